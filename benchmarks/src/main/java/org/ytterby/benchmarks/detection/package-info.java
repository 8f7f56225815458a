/// How much hidden material the tests find, how often they cry wolf, and how close they come to the
/// best that any test could do.
@NullMarked
package org.ytterby.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
