package org.ytterby.core.provenance;

/// What every array of parts must satisfy; a breach is an [IllegalArgumentException].
final class Parts {
    private Parts() {}

    static void requireLength(int length, double[] values, String what) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    what + " has " + values.length + " values, not " + length);
        }
    }

    static void requirePositive(double[] values, String what) {
        if (values.length == 0) {
            throw new IllegalArgumentException(what + " are missing");
        }
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(what + " must be finite and > 0: " + value);
            }
        }
    }

    static void requireSome(double[] values, String what) {
        double sum = 0;
        for (double value : values) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException(what + " must be >= 0: " + value);
            }
            sum += value;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " sum to " + sum);
        }
    }
}
