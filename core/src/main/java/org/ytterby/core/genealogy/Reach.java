package org.ytterby.core.genealogy;

/// What a walk through a [Lineage] can reach, nearest first. Immutable.
public final class Reach {
    private final int[] nodes;
    private final int[] ends;

    /// @param ends where the nodes of each depth end
    Reach(int[] nodes, int[] ends) {
        this.nodes = nodes;
        this.ends = ends;
    }

    /// How many nodes were reached, the first among them.
    public int size() {
        return nodes.length;
    }

    /// The `i`-th nearest node, `0 <= i < size()`; the one that the walk began with is the first.
    public int node(int i) {
        return nodes[i];
    }

    /// The fewest steps to the farthest node.
    public int depth() {
        return ends.length - 1;
    }

    /// Hears of nodes and their depths.
    interface Visitor {
        void visit(int node, int depth);
    }

    /// Calls back for every node, nearest first.
    void forEach(Visitor visitor) {
        for (int depth = 0, at = 0; depth < ends.length; depth++) {
            for (; at < ends[depth]; at++) {
                visitor.visit(nodes[at], depth);
            }
        }
    }
}
