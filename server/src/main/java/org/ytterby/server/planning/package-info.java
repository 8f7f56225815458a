/// Drafts of yearly plans, what is tried on them, and their publication. How a plan is split is
/// core's; what binds is recorded by the ledger.
@NullMarked
package org.ytterby.server.planning;

import org.jspecify.annotations.NullMarked;
