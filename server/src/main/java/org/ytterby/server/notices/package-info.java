/// Notices: who is told of what happened and of what is due, in the service, by mail and by
/// webhook. Everybody sees their own.
@NullMarked
package org.ytterby.server.notices;

import org.jspecify.annotations.NullMarked;
