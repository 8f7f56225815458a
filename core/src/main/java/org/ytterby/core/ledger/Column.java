package org.ytterby.core.ledger;

import java.util.Arrays;

/// Growing columns of primitive values; package-private because a finished table holds plain
/// arrays.
final class Column {
    private static final int CAPACITY = 64;

    private Column() {}

    /// A growing column of `int`.
    static final class Ints {
        private int[] values = new int[CAPACITY];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void set(int at, int value) {
            values[at] = value;
        }

        int get(int at) {
            return values[at];
        }

        int[] trimmed() {
            return Arrays.copyOf(values, size);
        }

        int[] ordered(int[] order) {
            int[] result = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = values[order[i]];
            }
            return result;
        }
    }

    /// A growing column of `long`.
    static final class Longs {
        private long[] values = new long[CAPACITY];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void set(int at, long value) {
            values[at] = value;
        }

        long get(int at) {
            return values[at];
        }

        long[] trimmed() {
            return Arrays.copyOf(values, size);
        }

        long[] ordered(int[] order) {
            long[] result = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = values[order[i]];
            }
            return result;
        }
    }

    /// A growing column of `double`.
    static final class Doubles {
        private double[] values = new double[CAPACITY];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        double[] ordered(int[] order) {
            double[] result = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = values[order[i]];
            }
            return result;
        }
    }

    /// A growing column of `byte`.
    static final class Bytes {
        private byte[] values = new byte[CAPACITY];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = (byte) value;
        }

        byte get(int at) {
            return values[at];
        }

        void set(int at, int value) {
            values[at] = (byte) value;
        }

        byte[] trimmed() {
            return Arrays.copyOf(values, size);
        }

        byte[] ordered(int[] order) {
            byte[] result = new byte[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = values[order[i]];
            }
            return result;
        }
    }
}
