/// Cases: what supervisors do about findings. Findings themselves are answered by the analysis;
/// what is decided on them is recorded by the ledger.
@NullMarked
package org.ytterby.server.supervision;

import org.jspecify.annotations.NullMarked;
