package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random boxes in random groups that have room for their total.
final class RandomTask {
    private RandomTask() {}

    static WaterFilling.Task draw(RandomGenerator random, int boxesMax, int groupsMax) {
        int n = random.nextInt(1, boxesMax + 1);
        int groups = random.nextInt(0, groupsMax + 1);
        double[] weights = new double[n];
        long[] floors = new long[n];
        long[] ceilings = new long[n];
        long[] inside = new long[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            weights[i] = random.nextInt(8) == 0 ? 0 : random.nextDouble(0.1, 1000);
            floors[i] = random.nextInt(3) == 0 ? random.nextLong(500) : 0;
            ceilings[i] = floors[i] + random.nextLong(1500);
            inside[i] = weights[i] > 0 ? random.nextLong(floors[i], ceilings[i] + 1) : floors[i];
            group[i] = random.nextInt(groups + 1) - 1;
        }
        return withBands(random, groups, group, inside, new Boxes(weights, floors, ceilings));
    }

    private record Boxes(double[] weights, long[] floors, long[] ceilings) {}

    /// Bands around what lies inside, so that there is room.
    private static WaterFilling.Task withBands(
            RandomGenerator random, int groups, int[] group, long[] inside, Boxes boxes) {
        int[] parent = new int[groups];
        long[] sums = new long[groups];
        for (int g = 0; g < groups; g++) {
            parent[g] = random.nextInt(3) == 0 ? random.nextInt(g + 1) - 1 : -1;
            parent[g] = parent[g] == g ? -1 : parent[g];
        }
        long total = 0;
        for (int i = 0; i < inside.length; i++) {
            total += inside[i];
            for (int g = group[i]; g >= 0; g = parent[g]) {
                sums[g] += inside[i];
            }
        }
        List<Band> bands = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            long below = random.nextInt(3) == 0 ? sums[g] : random.nextLong(sums[g] + 1);
            long above = random.nextInt(3) == 0 ? 0 : random.nextLong(sums[g] + 1);
            String up = parent[g] < 0 ? "" : "g" + parent[g];
            bands.add(new Band("g" + g, up, "", "", sums[g] - below, sums[g] + above, 1));
        }
        BandTree tree = BandTree.of(bands, total, 0);
        int[] node = new int[inside.length];
        for (int i = 0; i < node.length; i++) {
            node[i] = tree.nodeOf(group[i] < 0 ? "" : "g" + group[i]);
        }
        return new WaterFilling.Task(
                boxes.weights, boxes.floors, boxes.ceilings, node, tree, total);
    }

    /// What a node holds, its groups included.
    static double held(WaterFilling.Task task, double[] x, int node) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int v = task.node()[i]; v >= 0; v = v == 0 ? -1 : task.tree().parent(v)) {
                sum += v == node ? x[i] : 0;
            }
        }
        return sum;
    }
}
