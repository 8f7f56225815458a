/// Planted violations: a package as its name says, with arrows that core must not have.
@NullMarked
package org.ytterby.core.architecture.planted.unlisted;

import org.jspecify.annotations.NullMarked;
