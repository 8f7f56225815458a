/// What plants tell of their surroundings, capacity and resources: reviews of it, and the API to
/// ask for them. How a figure is held against a limit is core's; what is declared is recorded by
/// the ledger.
@NullMarked
package org.ytterby.server.environment;

import org.jspecify.annotations.NullMarked;
