package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fills boxes to one level until they hold a total: `x_i = clamp(λ · w_i, l_i, u_i)`.
///
/// That is the only point that minimises `Σ (x_i - w_i)² ÷ w_i` under `Σ x_i = Q` and `l <= x <=
/// u`, and Kullback-Leibler and weighted logarithms have the same one. Bands around groups of a
/// tree keep it so: where a band binds, the group has a level of its own.
///
/// The level is found at the turns of a piecewise straight function, then computed anew from the
/// boxes that are neither empty nor full, in their order, so that it does not depend on how it was
/// found. O(boxes · depth · log boxes). Source: Bitran and Hax, Management Science 27 (1981) 431.
final class WaterFilling {
    /// What is to be filled. A box of weight 0 stays at its floor.
    ///
    /// @param weights not negative
    /// @param node of the tree that each box hangs on
    /// @param total whole tonnes that fit, as [Room] tells
    record Task(
            double[] weights,
            long[] floors,
            long[] ceilings,
            int[] node,
            BandTree tree,
            long total) {
        double clamp(int box, double level) {
            // infinity times 0 is no number
            double wanted = weights[box] > 0 ? level * weights[box] : floors[box];
            return Math.clamp(wanted, (double) floors[box], (double) ceilings[box]);
        }

        boolean isFree(int box, double level) {
            double wanted = weights[box] * level;
            return weights[box] > 0 && wanted > floors[box] && wanted < ceilings[box];
        }
    }

    /// What came of it.
    ///
    /// @param exact what each box holds, t
    /// @param level of each node
    /// @param governor node whose level holds in each node: itself where its band binds
    /// @param freeWeight of the boxes under a governor that no bound of their own holds
    record Filling(double[] exact, double[] level, int[] governor, double[] freeWeight) {}

    private final Task task;
    private final BandTree tree;
    private final double[] from;
    private final double[] to;
    private final double[] level;
    private final int[] governor;
    private final double[] freeWeight;

    private WaterFilling(Task task) {
        this.task = task;
        tree = task.tree();
        from = new double[tree.size()];
        to = new double[tree.size()];
        level = new double[tree.size()];
        governor = new int[tree.size()];
        freeWeight = new double[tree.size()];
    }

    /// Fills the boxes.
    static Filling of(Task task) {
        WaterFilling filling = new WaterFilling(task);
        filling.rise();
        filling.settle();
        filling.sharpen();
        double[] exact = new double[task.weights().length];
        Arrays.setAll(exact, i -> task.clamp(i, filling.level[task.node()[i]]));
        return new Filling(exact, filling.level, filling.governor, filling.freeWeight);
    }

    /// From the leaves up: how much each node holds at each level, and where its band binds.
    private void rise() {
        List<List<Curve>> parts = new ArrayList<>();
        for (int v = 0; v < tree.size(); v++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < task.weights().length; i++) {
            parts.get(task.node()[i])
                    .add(Curve.box(task.weights()[i], task.floors()[i], task.ceilings()[i]));
        }
        for (int v = tree.size() - 1; v > BandTree.ROOT; v--) {
            Curve all = Curve.sum(parts.get(v));
            from[v] = all.reach(tree.min(v));
            to[v] = Math.max(from[v], all.leave(tree.max(v)));
            parts.get(tree.parent(v)).add(all.between(from[v], to[v]));
        }
        level[BandTree.ROOT] = Curve.sum(parts.get(BandTree.ROOT)).reach(task.total());
    }

    /// From the root down: the level of the parent, unless the band binds before.
    private void settle() {
        for (int v = 1; v < tree.size(); v++) {
            double above = level[tree.parent(v)];
            level[v] = Math.clamp(above, from[v], to[v]);
            governor[v] = above < from[v] || above > to[v] ? v : governor[tree.parent(v)];
        }
    }

    /// The levels anew from what is free under them.
    private void sharpen() {
        double[] left = new double[tree.size()];
        double[] full = new double[tree.size()];
        for (int v = 0; v < tree.size(); v++) {
            if (governor[v] == v) {
                left[v] += bound(v);
                if (v != BandTree.ROOT) {
                    left[governor[tree.parent(v)]] -= bound(v);
                }
            }
        }
        for (int i = 0; i < task.weights().length; i++) {
            int v = governor[task.node()[i]];
            if (task.isFree(i, level[v])) {
                freeWeight[v] += task.weights()[i];
            } else {
                left[v] -= task.clamp(i, level[v]);
                full[v] = Math.max(full[v], fullAt(i));
            }
        }
        for (int v = 0; v < tree.size(); v++) {
            if (governor[v] != v) {
                level[v] = level[governor[v]];
            } else if (freeWeight[v] > 0) {
                level[v] = left[v] / freeWeight[v];
            } else if (!Double.isFinite(level[v])) {
                level[v] = full[v];
            }
        }
    }

    private double fullAt(int box) {
        return task.weights()[box] > 0 ? task.ceilings()[box] / task.weights()[box] : 0;
    }

    /// What a node with a level of its own has to hold.
    private long bound(int v) {
        if (v == BandTree.ROOT) {
            return task.total();
        }
        return level[tree.parent(v)] < from[v] ? tree.min(v) : tree.max(v);
    }
}
