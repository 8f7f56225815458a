/// Pages of notices: what one should know of, and how one is told of it elsewhere. Everybody has
/// them, so that they stand in the head of every page and not in the rail.
@NullMarked
package org.ytterby.server.desk.notices;

import org.jspecify.annotations.NullMarked;
