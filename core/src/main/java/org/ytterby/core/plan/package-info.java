/// Total-amount control: how much of each plan was used, and how sure that figure is.
@NullMarked
package org.ytterby.core.plan;

import org.jspecify.annotations.NullMarked;
