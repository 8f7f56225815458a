/// Pages of what people keep of their own account: password, second factor, sessions.
@NullMarked
package org.ytterby.server.desk.account;

import org.jspecify.annotations.NullMarked;
