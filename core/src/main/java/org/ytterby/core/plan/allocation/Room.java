package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;

/// Whether floors, ceilings and bands leave room for a total, and by how many tonnes they do not.
///
/// @param low least that fits, whole tonnes
/// @param high most that fits, whole tonnes
/// @param gaps where inputs contradict each other
record Room(long low, long high, List<Gap> gaps) {
    /// Looks from the boxes up. What a group cannot keep is told and taken as kept as far as it
    /// goes.
    static Room of(WaterFilling.Task task) {
        BandTree tree = task.tree();
        long[] low = new long[tree.size()];
        long[] high = new long[tree.size()];
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < task.weights().length; i++) {
            low[task.node()[i]] += task.floors()[i];
            high[task.node()[i]] += task.weights()[i] > 0 ? task.ceilings()[i] : task.floors()[i];
        }
        for (int v = tree.size() - 1; v > BandTree.ROOT; v--) {
            if (tree.min(v) > high[v]) {
                gaps.add(new Gap(tree.id(v), Gap.Kind.MINIMUM, tree.min(v), high[v]));
            }
            if (tree.max(v) < low[v]) {
                gaps.add(new Gap(tree.id(v), Gap.Kind.MAXIMUM, tree.max(v), low[v]));
            }
            long least = Math.clamp(tree.min(v), low[v], high[v]);
            high[v] = Math.clamp(tree.max(v), low[v], high[v]);
            low[tree.parent(v)] += Math.min(least, high[v]);
            high[tree.parent(v)] += high[v];
        }
        long total = task.total();
        if (total > high[0]) {
            gaps.add(new Gap("", Gap.Kind.MINIMUM, total, high[0]));
        }
        if (total < low[0]) {
            gaps.add(new Gap("", Gap.Kind.MAXIMUM, total, low[0]));
        }
        return new Room(low[0], high[0], gaps.reversed());
    }

    /// All gaps together, whole tonnes.
    long gapT() {
        return gaps.stream().mapToLong(Gap::tonnes).sum();
    }
}
