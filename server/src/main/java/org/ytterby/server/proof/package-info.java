/// The transparency log over the ledger: tiles, checkpoints, receipts.
@NullMarked
package org.ytterby.server.proof;

import org.jspecify.annotations.NullMarked;
