/// Writes the answer to a ledger package: balances, attribution, plan use, lots, findings and
/// errors, byte for byte the same for equal input.
@NullMarked
package org.ytterby.formats.results;

import org.jspecify.annotations.NullMarked;
