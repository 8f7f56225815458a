package org.ytterby.core.proof;

/// Which runs of leaves are subtrees (draft-ietf-plants-merkle-tree-certs, section 4.1), and where
/// a tree is split.
final class Subtrees {
    private Subtrees() {}

    /// Whether some tree has a node over these leaves, counted from its left: the first leaf is a
    /// multiple of the smallest power of two that is not below their number. A run without leaves
    /// is one anywhere.
    static boolean isSubtree(long start, long end) {
        if (start < 0 || start > end) {
            return false;
        }
        if (start == 0 || start == end) {
            return true;
        }
        long leaves = end - start;
        int height = Long.SIZE - Long.numberOfLeadingZeros(leaves - 1);
        return height < Long.SIZE - 1 && (start & ((1L << height) - 1)) == 0;
    }

    /// The leaves of the left half of a tree: the largest power of two below its size.
    ///
    /// @param leaves `>= 2`
    static long leftHalf(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
