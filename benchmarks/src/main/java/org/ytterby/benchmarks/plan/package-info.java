/// How fast plans are made, and how well the formula tells those that were published.
@NullMarked
package org.ytterby.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
