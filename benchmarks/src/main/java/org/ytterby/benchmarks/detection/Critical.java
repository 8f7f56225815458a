package org.ytterby.benchmarks.detection;

import org.ytterby.core.balance.PatternTest;

/// Where the p-value of a test equals a level, so that many runs need no p-value of their own.
final class Critical {
    private static final int HALVINGS = 40;

    private Critical() {}

    /// The largest logarithm of a bound whose p-value does not exceed the level.
    static double logBound(PatternTest test, double level) {
        double low = Math.log(level);
        double high = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (test.probability(middle) <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
