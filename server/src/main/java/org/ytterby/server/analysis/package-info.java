/// The analysis index: what the ledger means, computed behind the commit and answered from one
/// named position.
@NullMarked
package org.ytterby.server.analysis;

import org.jspecify.annotations.NullMarked;
