package org.ytterby.core.genealogy;

/// Nodes that feed each other, computed over and over until none moves.
final class Sweeps {
    /// Nodes are settled when none moves by more than this from one sweep to the next.
    static final double SETTLED = 1e-12;

    /// Sweeps after which nodes are taken as they stand.
    static final int COUNT_MAX = 200_000;

    private Sweeps() {}

    /// Computes a node anew from all others.
    interface Step {
        /// @return how far it moved
        double move(int node);
    }

    /// @return whether the nodes settled
    static boolean settle(int[] nodes, Step step) {
        for (int sweep = 0; sweep < COUNT_MAX; sweep++) {
            double moved = 0;
            for (int node : nodes) {
                moved = Math.max(moved, step.move(node));
            }
            if (moved <= SETTLED) {
                return true;
            }
        }
        return false;
    }
}
