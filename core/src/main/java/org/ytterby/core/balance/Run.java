package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.List;

/// A run of blocks `[from, to)`, of the kind of its place in the whole.
///
/// @param weight share of the false-alarm probability; those of all runs sum to 1
record Run(int from, int to, Kind kind, double weight) {
    /// Where hidden flows begin and end, with the weight of all runs of the kind together.
    ///
    /// Measured on the published covariance of twelve periods, see `docs/benchmarks.md`: more for
    /// the whole time costs losses that begin late, and the reverse.
    enum Kind {
        WHOLE(0.5),
        TO_THE_END(0.4),
        SINGLE(0.05),
        OTHER(0.05);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        static Kind of(int from, int to, int blocks) {
            if (from == 0 && to == blocks) {
                return WHOLE;
            }
            if (to - from == 1) {
                return SINGLE;
            }
            return to == blocks ? TO_THE_END : OTHER;
        }
    }

    /// Every run, by its beginning; kinds that do not occur leave their weight to the others.
    static List<Run> all(int blocks) {
        int[] counts = new int[Kind.values().length];
        for (int from = 0; from < blocks; from++) {
            for (int to = from + 1; to <= blocks; to++) {
                counts[Kind.of(from, to, blocks).ordinal()]++;
            }
        }
        double used = 0;
        for (Kind kind : Kind.values()) {
            used += counts[kind.ordinal()] > 0 ? kind.weight : 0;
        }
        List<Run> runs = new ArrayList<>();
        for (int from = 0; from < blocks; from++) {
            for (int to = from + 1; to <= blocks; to++) {
                Kind kind = Kind.of(from, to, blocks);
                runs.add(new Run(from, to, kind, kind.weight / used / counts[kind.ordinal()]));
            }
        }
        return runs;
    }
}
