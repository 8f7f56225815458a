package org.ytterby.benchmarks.speed;

import java.util.SplittableRandom;
import org.ytterby.core.genealogy.Lineage;
import org.ytterby.core.genealogy.OriginRows;

/// A made-up graph of lots in the order of their numbers: each lot after the first thousand is made
/// of two or three earlier ones.
///
/// @param from where the sources of each lot begin
/// @param sources numbers of lots, all smaller than the lot's own
/// @param roots how many lots at the beginning have no sources
record LotDag(int[] from, int[] sources, int roots) {
    private static final int ROOTS_MAX = 1000;

    /// How far back near sources lie at most, in lots.
    private static final int NEAR = 1000;

    /// Random sources lie anywhere in so large a part of all lots before; were it all of them, a
    /// lot would have few ancestors and a trace little to do.
    private static final int RANDOM_PART = 4;

    private static final double EDGES_PER_LOT = 2.25;

    /// @param lots how many; there are 2.25 times as many edges
    /// @param near whether sources lie at most a thousand lots back, or up to a quarter of all lots
    static LotDag of(int lots, boolean near, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int roots = Math.min(ROOTS_MAX, lots / 10);
        long edges = Math.round(EDGES_PER_LOT * lots);
        int[] from = new int[lots + 1];
        int[] sources = new int[Math.toIntExact(edges)];
        int size = 0;
        for (int lot = 0; lot < lots; lot++) {
            if (lot >= roots) {
                long until = edges * (lot + 1 - roots) / (lots - roots);
                for (; size < until; size++) {
                    int reach = Math.min(near ? NEAR : Math.max(1, lots / RANDOM_PART), lot);
                    sources[size] = lot - 1 - random.nextInt(reach);
                }
            }
            from[lot + 1] = size;
        }
        return new LotDag(from, sources, roots);
    }

    int lots() {
        return from.length - 1;
    }

    Lineage lineage() {
        return Lineage.of(from, sources);
    }

    /// The graph with parts drawn by a seed.
    OriginRows.Edges edges(long seed) {
        return new OriginRows.Edges(from, sources, parts(seed));
    }

    /// A part of its lot for each edge; those of one lot sum to 1.
    float[] parts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] parts = new float[sources.length];
        for (int lot = 0; lot < lots(); lot++) {
            float sum = 0;
            for (int i = from[lot]; i < from[lot + 1]; i++) {
                parts[i] = 0.1f + (float) random.nextDouble();
                sum += parts[i];
            }
            for (int i = from[lot]; i < from[lot + 1]; i++) {
                parts[i] /= sum;
            }
        }
        return parts;
    }
}
