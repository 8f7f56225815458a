package org.ytterby.benchmarks.detection;

import java.util.Locale;

/// How often something happened in independent runs, with Wilson's 95 % interval.
record Rate(int hits, int runs) {
    private static final double Z = 1.959963984540054;

    double share() {
        return runs == 0 ? Double.NaN : (double) hits / runs;
    }

    double lower() {
        return centre() - half();
    }

    double upper() {
        return centre() + half();
    }

    private double centre() {
        return (share() + Z * Z / 2 / runs) / (1 + Z * Z / runs);
    }

    private double half() {
        return Z
                * Math.sqrt(share() * (1 - share()) / runs + Z * Z / 4 / runs / runs)
                / (1 + Z * Z / runs);
    }

    /// Such as `4.5 % (2.4–8.3)`.
    @Override
    public String toString() {
        return runs == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f–%.1f)",
                        100 * share(),
                        100 * Math.max(0, lower()),
                        100 * Math.min(1, upper()));
    }
}
