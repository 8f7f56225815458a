/// A small ledger package made by hand, for tests to spoil.
@NullMarked
package org.ytterby.formats.testing;

import org.jspecify.annotations.NullMarked;
