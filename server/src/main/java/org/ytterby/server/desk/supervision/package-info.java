/// Pages of the supervisor: what was found, where it comes from, and why it is thought so.
@NullMarked
package org.ytterby.server.desk.supervision;

import org.jspecify.annotations.NullMarked;
