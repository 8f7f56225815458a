/// Rules over everything below, their joint false-alarm control, and the findings they raise.
@NullMarked
package org.ytterby.core.supervision;

import org.jspecify.annotations.NullMarked;
