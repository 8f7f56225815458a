/// What is found and how fast: studies that `./ytterby bench` runs, each beside its bound or its
/// rival.
@NullMarked
package org.ytterby.benchmarks;

import org.jspecify.annotations.NullMarked;
