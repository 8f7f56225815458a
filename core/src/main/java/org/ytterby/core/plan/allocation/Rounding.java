package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whole tonnes by largest remainder, inside whole bounds, to the exact total: first among the
/// parts of the whole, then within each group.
///
/// Bounds are whole numbers already, so rounding up never breaks one. Equal remainders: the higher
/// score first, then the smaller quota of last year, then the id.
final class Rounding {
    /// Remainders that differ by less are equal.
    private static final double REMAINDERS_PER_T = 1e9;

    /// What decides between equal remainders.
    record Tie(double score, long quotaT, String id) {}

    /// A part of a total on its way to whole tonnes.
    private static final class Part {
        final double exact;
        final long low;
        final long high;
        final Tie tie;
        final long remainder;
        long whole;

        Part(double exact, long low, long high, Tie tie) {
            double nearest = Math.rint(exact);
            boolean isWhole = Math.abs(exact - nearest) * REMAINDERS_PER_T < 1 + exact;
            this.exact = isWhole ? nearest : exact;
            this.low = low;
            this.high = high;
            this.tie = tie;
            double below = Math.floor(this.exact);
            remainder = Math.round((this.exact - below) * REMAINDERS_PER_T);
            whole = Math.clamp((long) below, low, high);
        }
    }

    private static final Comparator<Part> LARGEST_FIRST =
            Comparator.comparingLong((Part p) -> -p.remainder)
                    .thenComparingDouble(p -> -p.tie.score())
                    .thenComparingLong(p -> p.tie.quotaT())
                    .thenComparing(p -> p.tie.id());

    private final WaterFilling.Task task;
    private final BandTree tree;
    private final double[] exact;
    private final List<Tie> ties;
    private final long[] whole;
    private final List<List<Integer>> boxes = new ArrayList<>();
    private final List<List<Integer>> nodes = new ArrayList<>();

    private Rounding(WaterFilling.Task task, double[] exact, List<Tie> ties) {
        this.task = task;
        this.exact = exact;
        this.ties = ties;
        tree = task.tree();
        whole = new long[exact.length];
        for (int v = 0; v < tree.size(); v++) {
            boxes.add(new ArrayList<>());
            nodes.add(new ArrayList<>());
            if (v != BandTree.ROOT) {
                nodes.get(tree.parent(v)).add(v);
            }
        }
        for (int i = 0; i < exact.length; i++) {
            boxes.get(task.node()[i]).add(i);
        }
    }

    /// Whole tonnes of each box; they sum to the task's total.
    ///
    /// @param ties of each box
    static long[] of(WaterFilling.Task task, double[] exact, List<Tie> ties) {
        Rounding rounding = new Rounding(task, exact, ties);
        Part[] parts = new Part[rounding.tree.size()];
        for (int v = parts.length - 1; v >= 0; v--) {
            parts[v] = rounding.node(v, parts);
        }
        parts[BandTree.ROOT].whole = task.total();
        for (int v = 0; v < parts.length; v++) {
            rounding.split(v, parts);
        }
        return rounding.whole;
    }

    /// A group as one part of what it belongs to.
    private Part node(int v, Part[] parts) {
        double sum = 0;
        long low = 0;
        long high = 0;
        double score = 0;
        long quota = 0;
        for (int i : boxes.get(v)) {
            sum += exact[i];
            low += task.floors()[i];
            high += task.weights()[i] > 0 ? task.ceilings()[i] : task.floors()[i];
            score += exact[i] * ties.get(i).score();
            quota += ties.get(i).quotaT();
        }
        for (int c : nodes.get(v)) {
            sum += parts[c].exact;
            low += parts[c].low;
            high += parts[c].high;
            score += parts[c].exact * parts[c].tie.score();
            quota += parts[c].tie.quotaT();
        }
        return new Part(
                sum,
                Math.max(low, tree.min(v)),
                Math.min(high, tree.max(v)),
                new Tie(sum > 0 ? score / sum : 0, quota, tree.id(v)));
    }

    private void split(int v, Part[] groups) {
        List<Part> parts = new ArrayList<>();
        for (int i : boxes.get(v)) {
            long high = task.weights()[i] > 0 ? task.ceilings()[i] : task.floors()[i];
            parts.add(new Part(exact[i], task.floors()[i], high, ties.get(i)));
        }
        for (int c : nodes.get(v)) {
            parts.add(groups[c]);
        }
        close(parts, groups[v].whole);
        for (int k = 0; k < boxes.get(v).size(); k++) {
            whole[boxes.get(v).get(k)] = parts.get(k).whole;
        }
    }

    private static void close(List<Part> parts, long total) {
        long left = total;
        for (Part part : parts) {
            left -= part.whole;
        }
        List<Part> order = parts.stream().sorted(LARGEST_FIRST).toList();
        while (left > 0) {
            long before = left;
            for (Part part : order) {
                if (left > 0 && part.whole < part.high) {
                    part.whole++;
                    left--;
                }
            }
            requireProgress(before, left, total);
        }
        while (left < 0) {
            long before = left;
            for (Part part : order.reversed()) {
                if (left < 0 && part.whole > part.low) {
                    part.whole--;
                    left++;
                }
            }
            requireProgress(before, left, total);
        }
    }

    private static void requireProgress(long before, long left, long total) {
        if (before == left) {
            throw new IllegalStateException(
                    "the bounds leave " + left + " t of " + total + " t without a place");
        }
    }
}
