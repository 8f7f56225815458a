/// Material balances per facility, element and period, with the covariance of their differences and
/// the sequential tests over them.
@NullMarked
package org.ytterby.core.balance;

import org.jspecify.annotations.NullMarked;
