/// Pages of environmental returns: who owes them, what is beyond a limit, what they say beside the
/// ledger, and the form on which an enterprise hands them in.
@NullMarked
package org.ytterby.server.desk.environment;

import org.jspecify.annotations.NullMarked;
