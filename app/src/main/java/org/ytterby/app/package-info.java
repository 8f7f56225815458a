/// The command line of Ytterby.
@NullMarked
package org.ytterby.app;

import org.jspecify.annotations.NullMarked;
