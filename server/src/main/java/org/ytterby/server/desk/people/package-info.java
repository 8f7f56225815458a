/// Pages of those who keep people: the accounts that they reach, invitations, and what comes of an
/// invitation's link.
@NullMarked
package org.ytterby.server.desk.people;

import org.jspecify.annotations.NullMarked;
