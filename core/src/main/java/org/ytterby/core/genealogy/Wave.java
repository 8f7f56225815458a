package org.ytterby.core.genealogy;

import java.util.Arrays;

/// A walk through a graph, one depth after the other: breadth first in words of 64 nodes.
///
/// The nodes of a depth mark all that they lead to in one bit set, met before or not; then whole
/// words are cleared of what was met. Nothing asks about a single node, for no processor can guess
/// the answer. A list of the words that a depth has touched keeps the cost at O(nodes and edges
/// reached), however far apart they lie. For one walk; not thread-safe.
final class Wave {
    /// Numbers in a word, as a power of two.
    static final int WORD = 6;

    private final int[] from;
    private final int[] next;
    private final long[] met;
    private final long[] ahead;
    private final int[] touched;

    private int[] words = new int[64];
    private long[] bits = new long[64];
    private int size;
    private int nodes;

    /// @param from as in [Lineage]
    Wave(int[] from, int[] next) {
        this.from = from;
        this.next = next;
        int all = (from.length - 1 + Long.SIZE - 1) >>> WORD;
        met = new long[all];
        ahead = new long[all];
        touched = new int[all + 1]; // one is written beside before it is known to be new
    }

    Reach reach(int start) {
        mark(ahead, touched, 0, start);
        keep(1);
        int[] ends = new int[16];
        int depths = 0;
        for (int at = 0; at < size; at = ends[depths - 1]) {
            if (depths == ends.length) {
                ends = Arrays.copyOf(ends, depths * 2);
            }
            ends[depths++] = size;
            keep(lead(at, size));
        }
        return new Reach(words, bits, Arrays.copyOf(ends, depths), nodes);
    }

    /// Marks what the nodes of some words lead to.
    ///
    /// @return how many words were touched
    private int lead(int at, int end) {
        int[] begin = from; // local names: the loop writes arrays, after which fields are read anew
        int[] edges = next;
        long[] marks = ahead;
        int[] list = touched;
        int count = 0;
        for (int w = at; w < end; w++) {
            int first = words[w] << WORD;
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int node = first + Long.numberOfTrailingZeros(rest);
                int last = begin[node + 1] - 1;
                // by threes, so that one, two and three edges take the same way: to mark the last
                // of them again changes nothing
                for (int i = begin[node]; i <= last; i += 3) {
                    count = mark(marks, list, count, edges[i]);
                    count = mark(marks, list, count, edges[Math.min(i + 1, last)]);
                    count = mark(marks, list, count, edges[Math.min(i + 2, last)]);
                }
            }
        }
        return count;
    }

    /// @return one more than `count` if the node's word was empty before
    private static int mark(long[] marks, int[] list, int count, int node) {
        int word = node >>> WORD;
        long before = marks[word];
        list[count] = word;
        marks[word] = before | 1L << node;
        return count + (before == 0 ? 1 : 0);
    }

    /// Clears the marks; those of nodes not met before become the next depth.
    private void keep(int count) {
        int room = size + count;
        if (room > words.length) {
            words = Arrays.copyOf(words, Math.max(room, size * 2));
            bits = Arrays.copyOf(bits, words.length);
        }
        for (int i = 0; i < count; i++) {
            int word = touched[i];
            long found = ahead[word] & ~met[word];
            ahead[word] = 0;
            met[word] |= found;
            words[size] = word;
            bits[size] = found;
            size += found != 0 ? 1 : 0;
            nodes += Long.bitCount(found);
        }
    }
}
