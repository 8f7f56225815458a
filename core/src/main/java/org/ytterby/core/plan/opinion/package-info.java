/// Second opinions on an allocation, which decide nothing: rules of claims, data envelopment,
/// entropy weights with TOPSIS, last year's shares, and how well a formula would have told
/// published plans.
@NullMarked
package org.ytterby.core.plan.opinion;

import org.jspecify.annotations.NullMarked;
