/// Pages for people, in two languages: what stands around every page, and, a package for each
/// section of the rail, the pages themselves.
///
/// They draw on several capabilities at once, and so stand above all of them: nothing uses this
/// module.
@NullMarked
package org.ytterby.server.desk;

import org.jspecify.annotations.NullMarked;
