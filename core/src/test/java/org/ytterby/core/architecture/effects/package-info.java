/// Planted violations: what core must never do.
@NullMarked
package org.ytterby.core.architecture.effects;

import org.jspecify.annotations.NullMarked;
