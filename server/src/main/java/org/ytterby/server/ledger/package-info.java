/// The store of the ledger: one writer that decides and records, readers of what is recorded, and
/// the rebuilding of everything that was made of it.
@NullMarked
package org.ytterby.server.ledger;

import org.jspecify.annotations.NullMarked;
