/// Returns on water, air, energy and residues against dated limits by area; conditions of access;
/// rates computed from the ledger beside the declared ones; what a declared output should have
/// used.
@NullMarked
package org.ytterby.core.environment;

import org.jspecify.annotations.NullMarked;
