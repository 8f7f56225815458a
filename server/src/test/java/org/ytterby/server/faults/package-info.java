/// Faults on purpose: what is sent and answered, what harms the service meanwhile, and the
/// invariants that are checked from outside afterwards.
@NullMarked
package org.ytterby.server.faults;

import org.jspecify.annotations.NullMarked;
