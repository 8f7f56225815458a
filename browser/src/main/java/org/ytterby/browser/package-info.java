/// The demonstration as people see it, in Debian's Chromium.
@NullMarked
package org.ytterby.browser;

import org.jspecify.annotations.NullMarked;
