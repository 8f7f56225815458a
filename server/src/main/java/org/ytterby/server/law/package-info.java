/// Dated law: how it stands, what another row would alter, and the proposal of one. What binds is
/// recorded by the ledger; limits, clauses and deadlines are read where they are reckoned with.
@NullMarked
package org.ytterby.server.law;

import org.jspecify.annotations.NullMarked;
