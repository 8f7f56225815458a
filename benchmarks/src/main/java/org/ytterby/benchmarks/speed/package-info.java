/// How fast the kernels and whole commands are, beside bounds and rivals on the same data in the
/// same run.
@NullMarked
package org.ytterby.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
