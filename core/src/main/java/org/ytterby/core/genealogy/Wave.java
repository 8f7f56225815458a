package org.ytterby.core.genealogy;

import java.util.Arrays;

/// A walk through a graph, one depth after the other: breadth first in words of 64 nodes.
///
/// The nodes of a depth mark all that they lead to in one bit set, met before or not; then whole
/// words are cleared of what was met. Nothing asks about a single node, for no processor can guess
/// the answer. Where the nodes of a depth lie close together, the words from the first to the last
/// of them are looked through; where they lie far apart, a list of the words touched is kept. At
/// most [#WASTE] words a node are looked at in vain, so that the cost is O(nodes and edges reached)
/// either way. For one walk; not thread-safe.
final class Wave {
    /// Words that may hold nothing, for each node reached.
    private static final int WASTE = 4;

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

    /// Words that were looked at and held nothing.
    private long wasted;

    /// The least and the greatest node that a depth led to, where no list is kept.
    private int least;

    private int greatest;

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
            if (wasted + met.length <= (long) WASTE * nodes) {
                sweep(at, size);
                keepSwept();
            } else {
                keep(lead(at, size));
            }
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

    /// Marks what the nodes of some words lead to, without a list.
    private void sweep(int at, int end) {
        int[] begin = from;
        int[] edges = next;
        long[] marks = ahead;
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (int w = at; w < end; w++) {
            int first = words[w] << WORD;
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int node = first + Long.numberOfTrailingZeros(rest);
                int last = begin[node + 1] - 1;
                for (int i = begin[node]; i <= last; i += 3) { // as above
                    int a = edges[i];
                    int b = edges[Math.min(i + 1, last)];
                    int c = edges[Math.min(i + 2, last)];
                    marks[a >>> WORD] |= 1L << a;
                    marks[b >>> WORD] |= 1L << b;
                    marks[c >>> WORD] |= 1L << c;
                    low = Math.min(low, Math.min(a, Math.min(b, c)));
                    high = Math.max(high, Math.max(a, Math.max(b, c)));
                }
            }
        }
        least = low;
        greatest = high;
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
        makeRoom(count);
        for (int i = 0; i < count; i++) {
            take(touched[i]);
        }
    }

    /// Clears the marks between the least and the greatest; those of nodes not met before become
    /// the next depth.
    private void keepSwept() {
        int first = least >>> WORD;
        int last = greatest < 0 ? first - 1 : greatest >>> WORD;
        makeRoom(last - first + 1);
        int before = size;
        for (int word = first; word <= last; word++) {
            take(word);
        }
        wasted += last - first + 1 - (size - before);
    }

    private void take(int word) {
        long found = ahead[word] & ~met[word];
        ahead[word] = 0;
        met[word] |= found;
        words[size] = word;
        bits[size] = found;
        size += found != 0 ? 1 : 0;
        nodes += Long.bitCount(found);
    }

    private void makeRoom(int count) {
        int room = size + count;
        if (room > words.length) {
            words = Arrays.copyOf(words, Math.max(room, size * 2));
            bits = Arrays.copyOf(bits, words.length);
        }
    }
}
