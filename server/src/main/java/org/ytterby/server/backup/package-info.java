/// Copies of the service's database: made while it runs, put into an empty one, and checked against
/// the ledger's entries and the log's signatures.
@NullMarked
package org.ytterby.server.backup;

import org.jspecify.annotations.NullMarked;
