package org.ytterby.core.genealogy;

/// What a walk through a [Lineage] can reach, nearest first.
///
/// Nodes lie in words of 64 numbers, a bit each: 12 bytes a word and depth. Immutable.
public final class Reach {
    private final int[] words;
    private final long[] bits;
    private final int[] ends;
    private final int size;

    /// @param words which 64 numbers each of the `bits` stand for: from 64 times the entry
    /// @param ends where the words of each depth end
    /// @param size how many bits are set
    Reach(int[] words, long[] bits, int[] ends, int size) {
        this.words = words;
        this.bits = bits;
        this.ends = ends;
        this.size = size;
    }

    /// How many nodes were reached, the first among them.
    public int size() {
        return size;
    }

    /// The fewest steps to the farthest node.
    public int depth() {
        return ends.length - 1;
    }

    /// The nodes, nearest first; the one that the walk began with is the first.
    public int[] nodes() {
        int[] nodes = new int[size];
        int[] count = new int[1];
        forEach((node, _) -> nodes[count[0]++] = node);
        return nodes;
    }

    /// Hears of nodes and their depths.
    public interface Visitor {
        /// @param depth the fewest steps to the node
        void visit(int node, int depth);
    }

    /// Calls back for every node, nearest first; those of one depth in no order that means
    /// anything, but always the same.
    public void forEach(Visitor visitor) {
        for (int depth = 0, at = 0; depth < ends.length; depth++) {
            for (; at < ends[depth]; at++) {
                int first = words[at] << Wave.WORD;
                for (long rest = bits[at]; rest != 0; rest &= rest - 1) {
                    visitor.visit(first + Long.numberOfTrailingZeros(rest), depth);
                }
            }
        }
    }
}
