package org.ytterby.core.proof;

/// The perfect subtrees of a log, wherever they are kept.
public interface Nodes {
    /// Number of leaves.
    long size();

    /// The root of the subtree over the leaves from `index · 2^level` to before `(index + 1) ·
    /// 2^level`.
    ///
    /// @throws IllegalArgumentException if the tree does not hold all of these leaves
    /// @throws ProofRefused if what is kept cannot be read
    Hash node(int level, long index);
}
