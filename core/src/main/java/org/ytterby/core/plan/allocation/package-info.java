/// Who may produce how much, and why: gates, caps, references, scores, targets and bounds of
/// enterprises, and the one level at which all of them are filled to an exact total.
///
/// Start at [Allocator]. [WaterFilling] holds the arithmetic, [Rounding] the whole tonnes.
@NullMarked
package org.ytterby.core.plan.allocation;

import org.jspecify.annotations.NullMarked;
