/// Pages of plans: drafts and what is tried on them, why a plan is as it is, publication, use, and
/// responsibility. Nothing in a draft binds anybody; what binds is confirmed and takes two persons.
@NullMarked
package org.ytterby.server.desk.planning;

import org.jspecify.annotations.NullMarked;
