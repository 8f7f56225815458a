package org.ytterby.core.ledger;

/// Sorts numbers by `long` keys, keeping the order of equals.
///
/// Least-significant-digit radix sort over bytes, skipping bytes in which all keys agree: O(n) per
/// byte that differs, 12 bytes of scratch a number.
public final class StableOrder {
    private static final int RADIX = 256;

    private StableOrder() {}

    /// Sorts `items` so that `keys[i]` of item `i` ascend.
    ///
    /// @param items positions in `keys`, sorted in place
    /// @param keys any values
    public static void sort(int[] items, long[] keys) {
        int n = items.length;
        long differing = 0;
        for (int item : items) {
            differing |= keys[item] ^ keys[items[0]];
        }
        int[] from = items;
        int[] to = new int[n];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            if (((differing >>> shift) & 0xFF) == 0) {
                continue;
            }
            // the top byte carries the sign: flip it so that negatives come first
            int flip = shift == Long.SIZE - Byte.SIZE ? 0x80 : 0;
            int[] next = new int[RADIX];
            for (int item : from) {
                next[(int) (keys[item] >>> shift & 0xFF) ^ flip]++;
            }
            int sum = 0;
            for (int b = 0; b < RADIX; b++) {
                int count = next[b];
                next[b] = sum;
                sum += count;
            }
            for (int item : from) {
                to[next[(int) (keys[item] >>> shift & 0xFF) ^ flip]++] = item;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != items) {
            System.arraycopy(from, 0, items, 0, n);
        }
    }
}
