/// Evidence that nothing recorded was changed later: a Merkle log of salted entries, its tiles,
/// signed checkpoints, witnesses, receipts that are checked without a network, and the rebuilding
/// of a whole log.
@NullMarked
package org.ytterby.core.proof;

import org.jspecify.annotations.NullMarked;
