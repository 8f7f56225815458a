/// How fast a log is built, rebuilt and proven.
@NullMarked
package org.ytterby.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
