/// Calling others over HTTP: where one may call, and how a call is made and signed.
@NullMarked
package org.ytterby.server.webhook;

import org.jspecify.annotations.NullMarked;
