package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;

/// Roots and proofs of a tree and of every smaller tree in its past.
///
/// RFC 6962, sections 2.1 to 2.1.2, word for word; subtrees after
/// draft-ietf-plants-merkle-tree-certs, section 4. A proof costs at most the square of the tree's
/// height in look-ups. Not safe for use by several threads at once.
public final class ProofMaker {
    private final Nodes nodes;
    private final TreeHasher hasher = new TreeHasher();

    public ProofMaker(Nodes nodes) {
        this.nodes = nodes;
    }

    /// The root of the tree of the first leaves.
    ///
    /// @param size `0 <= size <=` size of the tree
    public Hash root(long size) {
        return subtreeRoot(0, size);
    }

    /// The root over leaves from `start` to before `end`.
    ///
    /// @throws IllegalArgumentException if these are no subtree, or not all in the tree
    public Hash subtreeRoot(long start, long end) {
        requireSubtree(start, end, nodes.size());
        return start == end ? TreeHasher.EMPTY : over(start, end);
    }

    /// How the leaf at an index hangs together with the root of the tree of the first leaves.
    ///
    /// @param index `0 <= index < size`
    /// @return siblings from the leaf upwards
    public List<Hash> inclusion(long index, long size) {
        return subtreeInclusion(index, 0, size);
    }

    /// The same for a subtree.
    ///
    /// @param index `start <= index < end`
    public List<Hash> subtreeInclusion(long index, long start, long end) {
        requireSubtree(start, end, nodes.size());
        if (index < start || index >= end) {
            throw new IllegalArgumentException(
                    "index %d is not in [%d, %d)".formatted(index, start, end));
        }
        List<Hash> proof = new ArrayList<>();
        path(index, start, end, proof);
        return proof;
    }

    /// That the tree of the first `size1` leaves is the beginning of that of the first `size2`.
    ///
    /// @param size1 `0 < size1 <= size2`
    /// @param size2 at most the size of the tree
    public List<Hash> consistency(long size1, long size2) {
        if (size1 == 0) {
            throw new IllegalArgumentException("every tree begins with the empty tree");
        }
        return subtreeConsistency(0, size1, size2);
    }

    /// That a subtree is part of the tree of the first leaves.
    ///
    /// @param end `<= size`
    public List<Hash> subtreeConsistency(long start, long end, long size) {
        requireSubtree(start, end, size);
        requireSubtree(0, size, nodes.size());
        List<Hash> proof = new ArrayList<>();
        if (start < end) {
            parts(new Part(start, end, true), 0, size, proof);
        }
        return proof;
    }

    private static void requireSubtree(long start, long end, long size) {
        if (!Subtrees.isSubtree(start, end) || end > size) {
            throw new IllegalArgumentException(
                    "[%d, %d) is no subtree of a tree of size %d".formatted(start, end, size));
        }
    }

    private Hash over(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.node(level, start >> level);
        }
        long middle = start + Subtrees.leftHalf(leaves);
        return hasher.node(over(start, middle), over(middle, end));
    }

    private void path(long index, long start, long end, List<Hash> proof) {
        if (end - start == 1) {
            return;
        }
        long middle = start + Subtrees.leftHalf(end - start);
        if (index < middle) {
            path(index, start, middle, proof);
            proof.add(over(middle, end));
        } else {
            path(index, middle, end, proof);
            proof.add(over(start, middle));
        }
    }

    /// What is looked for below a node.
    ///
    /// @param isWhole whether it is still the whole of what the verifier knows the root of
    private record Part(long start, long end, boolean isWhole) {}

    private void parts(Part part, long start, long end, List<Hash> proof) {
        if (part.start == start && part.end == end) {
            if (!part.isWhole) {
                proof.add(over(start, end));
            }
            return;
        }
        long middle = start + Subtrees.leftHalf(end - start);
        if (part.end <= middle) {
            parts(part, start, middle, proof);
            proof.add(over(middle, end));
        } else if (part.start >= middle) {
            parts(part, middle, end, proof);
            proof.add(over(start, middle));
        } else { // it begins where this node does, and ends in its right half
            parts(new Part(middle, part.end, false), middle, end, proof);
            proof.add(over(start, middle));
        }
    }
}
