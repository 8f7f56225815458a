package org.ytterby.core.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much of a Bonferroni bound is left when alarms that come together are counted once.
///
/// Let A_i be the alarms of a [PatternTest], of probability `level · weight_i`, and S the number of
/// them that sound. Then `P(S > 0) = Σ P(A_i) · E[1/S | A_i]`. An alarm is drawn by its weight,
/// differences are drawn under it, and 1/S is averaged: unbiased at every level, and precise also
/// where the probability is tiny (Naiman & Priebe 2001; Owen, Maximov & Chertkov 2019). The draws
/// are a fixed table ([StandardDraws]), so that a package always gives the same p-value.
final class SharedAlarms {
    /// The standard error is about 0.3/√256 = 2 % of the probability.
    private static final int DRAWS = StandardDraws.COUNT;

    private final PatternTest test;
    private final int width;
    private final List<Run> runs;
    private final double level;

    /// Score at which each alarm sounds, `[run · patterns + pattern]`.
    private final double[] limits;

    private SharedAlarms(PatternTest test, double level) {
        this.test = test;
        this.level = level;
        width = test.width();
        runs = test.runs();
        limits = new double[runs.size() * width];
        Map<Double, Double> quantiles = new HashMap<>(); // few weights are distinct
        for (int i = 0; i < runs.size(); i++) {
            for (int p = 0; p < width; p++) {
                double strength = test.strength(i, p);
                limits[i * width + p] =
                        strength > 0
                                ? strength
                                        * quantiles.computeIfAbsent(
                                                level * test.weight(i, p), Estimate::quantile)
                                : Double.POSITIVE_INFINITY;
            }
        }
    }

    /// `P(any alarm) / level`, in `(0, 1]`.
    static double share(PatternTest test, double level) {
        return new SharedAlarms(test, level).share();
    }

    private double share() {
        double[] cumulative = new double[limits.length];
        double total = 0;
        for (int e = 0; e < limits.length; e++) {
            total += limits[e] < Double.POSITIVE_INFINITY ? test.weight(e / width, e % width) : 0;
            cumulative[e] = total;
        }
        double sum = 0;
        int event = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double place = (draw + 0.5) / DRAWS * total;
            while (cumulative[event] < place) {
                event++;
            }
            sum += 1.0 / Math.max(1, count(test.runningScores(drawUnder(event, draw))));
        }
        return total * sum / DRAWS;
    }

    /// Standard normal values under the condition that an alarm sounds.
    private double[] drawUnder(int event, int draw) {
        Run run = runs.get(event / width);
        int pattern = event % width;
        double strength = test.strength(event / width, pattern);
        double[] white = new double[test.directions()];
        double[] unit = new double[white.length];
        double along = 0;
        for (int r = 0; r < white.length; r++) {
            double[] row = test.direction(r);
            int end = Math.min(run.to() * width, row.length);
            for (int i = run.from() * width + pattern; i < end; i += width) {
                unit[r] += row[i] / strength;
            }
            white[r] = StandardDraws.normal(draw, r);
            along += unit[r] * white[r];
        }
        double tail = level * test.weight(event / width, pattern) * StandardDraws.uniform(draw);
        double wanted = Estimate.quantile(Math.max(tail, Double.MIN_NORMAL));
        for (int r = 0; r < white.length; r++) {
            white[r] += (wanted - along) * unit[r];
        }
        return white;
    }

    private int count(double[] sums) {
        int count = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            for (int p = 0; p < width; p++) {
                double score = sums[run.to() * width + p] - sums[run.from() * width + p];
                count += score >= limits[i * width + p] ? 1 : 0;
            }
        }
        return count;
    }
}
