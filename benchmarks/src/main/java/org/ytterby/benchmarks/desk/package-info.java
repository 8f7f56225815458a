/// Measurements of the pages.
@NullMarked
package org.ytterby.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
