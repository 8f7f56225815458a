/// Pages of cases: what supervisors do about findings, what enterprises reply, and what a second
/// person approves. Whatever binds somebody is shown as it will be entered before it is.
@NullMarked
package org.ytterby.server.desk.cases;

import org.jspecify.annotations.NullMarked;
