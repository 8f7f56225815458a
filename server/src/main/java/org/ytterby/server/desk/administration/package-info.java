/// Pages of the nation's administrators: organisations, machines, and what the service reckons
/// with.
@NullMarked
package org.ytterby.server.desk.administration;

import org.jspecify.annotations.NullMarked;
