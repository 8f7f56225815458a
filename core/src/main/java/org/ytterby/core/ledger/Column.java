package org.ytterby.core.ledger;

import java.util.Arrays;

/// Growing columns of primitive values; package-private because a finished table holds plain
/// arrays.
///
/// Values lie in chunks, so that growing copies none and leaves nothing for the collector. A column
/// whose values are taken and not kept is empty afterwards.
final class Column {
    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private Column() {}

    /// How many chunks hold so many values.
    private static int chunks(int values) {
        return (values + MASK) >>> BITS;
    }

    private static int inChunk(int chunk, int values) {
        return Math.min(CHUNK, values - (chunk << BITS));
    }

    /// A growing column of `int`.
    static final class Ints {
        private int[][] chunks = new int[16][];
        private int size;

        void add(int value) {
            int chunk = size >>> BITS;
            if ((size & MASK) == 0) {
                chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
                chunks[chunk] = new int[CHUNK];
            }
            chunks[chunk][size++ & MASK] = value;
        }

        void set(int at, int value) {
            chunks[at >>> BITS][at & MASK] = value;
        }

        int get(int at) {
            return chunks[at >>> BITS][at & MASK];
        }

        /// All values; they stay in the column where it goes on.
        int[] taken(boolean isKept) {
            int[] result = new int[size];
            for (int c = 0; c < chunks(size); c++) {
                System.arraycopy(chunks[c], 0, result, c << BITS, inChunk(c, size));
            }
            chunks = isKept ? chunks : new int[0][];
            return result;
        }

        /// Values in an order; they stay in the column where it goes on.
        int[] taken(int[] order, boolean isKept) {
            int[] result = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = chunks[order[i] >>> BITS][order[i] & MASK];
            }
            chunks = isKept ? chunks : new int[0][];
            return result;
        }
    }

    /// A growing column of `long`.
    static final class Longs {
        private long[][] chunks = new long[16][];
        private int size;

        void add(long value) {
            int chunk = size >>> BITS;
            if ((size & MASK) == 0) {
                chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
                chunks[chunk] = new long[CHUNK];
            }
            chunks[chunk][size++ & MASK] = value;
        }

        void set(int at, long value) {
            chunks[at >>> BITS][at & MASK] = value;
        }

        long get(int at) {
            return chunks[at >>> BITS][at & MASK];
        }

        /// All values; they stay in the column where it goes on.
        long[] taken(boolean isKept) {
            long[] result = new long[size];
            for (int c = 0; c < chunks(size); c++) {
                System.arraycopy(chunks[c], 0, result, c << BITS, inChunk(c, size));
            }
            chunks = isKept ? chunks : new long[0][];
            return result;
        }

        /// Values in an order; they stay in the column where it goes on.
        long[] taken(int[] order, boolean isKept) {
            long[] result = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = chunks[order[i] >>> BITS][order[i] & MASK];
            }
            chunks = isKept ? chunks : new long[0][];
            return result;
        }
    }

    /// A growing column of `double`.
    static final class Doubles {
        private double[][] chunks = new double[16][];
        private int size;

        void add(double value) {
            int chunk = size >>> BITS;
            if ((size & MASK) == 0) {
                chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
                chunks[chunk] = new double[CHUNK];
            }
            chunks[chunk][size++ & MASK] = value;
        }

        /// Values in an order; they stay in the column where it goes on.
        double[] taken(int[] order, boolean isKept) {
            double[] result = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = chunks[order[i] >>> BITS][order[i] & MASK];
            }
            chunks = isKept ? chunks : new double[0][];
            return result;
        }
    }

    /// A growing column of `byte`.
    static final class Bytes {
        private byte[][] chunks = new byte[16][];
        private int size;

        void add(int value) {
            int chunk = size >>> BITS;
            if ((size & MASK) == 0) {
                chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
                chunks[chunk] = new byte[CHUNK];
            }
            chunks[chunk][size++ & MASK] = (byte) value;
        }

        void set(int at, int value) {
            chunks[at >>> BITS][at & MASK] = (byte) value;
        }

        byte get(int at) {
            return chunks[at >>> BITS][at & MASK];
        }

        /// All values; they stay in the column where it goes on.
        byte[] taken(boolean isKept) {
            byte[] result = new byte[size];
            for (int c = 0; c < chunks(size); c++) {
                System.arraycopy(chunks[c], 0, result, c << BITS, inChunk(c, size));
            }
            chunks = isKept ? chunks : new byte[0][];
            return result;
        }

        /// Values in an order; they stay in the column where it goes on.
        byte[] taken(int[] order, boolean isKept) {
            byte[] result = new byte[order.length];
            for (int i = 0; i < order.length; i++) {
                result[i] = chunks[order[i] >>> BITS][order[i] & MASK];
            }
            chunks = isKept ? chunks : new byte[0][];
            return result;
        }
    }
}
