package org.ytterby.core.proof;

import org.jspecify.annotations.Nullable;

/// A growing tree that remembers only its right edge: the roots of the largest perfect subtrees
/// that cover its leaves, one for each binary digit of its size.
///
/// Appending costs one node hash on average, the root at most 62. Not safe for use by several
/// threads at once.
public final class Frontier {
    private final TreeHasher hasher = new TreeHasher();

    /// By level; set where the size has the binary digit.
    private final @Nullable Hash[] edge = new Hash[Long.SIZE - 1];

    private long size;

    public long size() {
        return size;
    }

    /// One that grows apart from this one.
    Frontier copy() {
        Frontier copy = new Frontier();
        System.arraycopy(edge, 0, copy.edge, 0, edge.length);
        copy.size = size;
        return copy;
    }

    public void append(Hash leaf) {
        Hash node = leaf;
        int level = 0;
        for (; ((size >> level) & 1) == 1; level++) {
            node = hasher.node(at(level), node);
        }
        edge[level] = node;
        size++;
    }

    /// The root of the tree over all leaves so far.
    public Hash root() {
        if (size == 0) {
            return TreeHasher.EMPTY;
        }
        int level = Long.numberOfTrailingZeros(size);
        Hash root = at(level);
        for (level++; size >> level != 0; level++) {
            if (((size >> level) & 1) == 1) {
                root = hasher.node(at(level), root);
            }
        }
        return root;
    }

    private Hash at(int level) {
        Hash node = edge[level];
        if (node == null) {
            throw new IllegalStateException("no subtree at level " + level + " of size " + size);
        }
        return node;
    }
}
