package org.ytterby.core.balance;

import java.util.Arrays;
import java.util.List;

/// Tests differences for a hidden flow of which only a list of likely patterns is known.
///
/// The differences stand in order of time, in blocks of equal width (one element a position). A
/// flow of b kg with pattern c over a run of blocks has mean b·u, and the best test for it is `z =
/// uᵀΣ⁻¹d / √(uᵀΣ⁻¹u)` (Avenhaus & Jaech 1981). Each pattern is tried over every run, and each pair
/// has a weight fixed beforehand; weights sum to at most 1. The bound of one side is the smallest
/// p-value divided by its weight (Holm 1979); [#probability] takes from it what the pairs have in
/// common. Immutable.
public final class PatternTest {
    /// Bounds above this are not worth the work of [SharedAlarms].
    static final double WORTH_CALIBRATING = 0.25;

    private final Whitening whitening;
    private final List<Pattern> patterns;
    private final List<Run> runs;

    /// Whitened patterns, `[direction][block · patterns + pattern]`, as far as they are not zero.
    private final double[][] directions;

    /// `√(uᵀΣ⁻¹u)`, `[run][pattern]`: one over the uncertainty of the flow, 1/kg.
    private final double[][] strengths;

    /// What a hidden flow may be made of.
    ///
    /// @param kg in each block, element by element, `[block][element]`; the scale is free
    /// @param weight its share of the false-alarm probability, all runs together
    public record Pattern(double[][] kg, double weight) {}

    /// The pattern and run that speak loudest.
    ///
    /// @param pattern index in the list
    /// @param from first block
    /// @param to block after the last
    /// @param z its standard normal value, positive on the side asked for
    /// @param weight its share of the false-alarm probability
    /// @param logBound natural logarithm of `upperTail(z) / weight`
    public record Strongest(
            int pattern, int from, int to, double z, double weight, double logBound) {}

    /// @param patterns at least one, each over the same blocks
    public PatternTest(Whitening whitening, List<Pattern> patterns) {
        this.whitening = whitening;
        this.patterns = List.copyOf(patterns);
        int blocks = patterns.getFirst().kg().length;
        runs = Run.all(blocks);
        directions = new double[whitening.size()][];
        for (int r = 0; r < directions.length; r++) {
            directions[r] = direction(r, blocks);
        }
        strengths = strengths(blocks);
    }

    private double[] direction(int direction, int blocks) {
        int width = patterns.size();
        double[] row = new double[blocks * width];
        int used = 0;
        for (int b = 0; b < blocks; b++) {
            for (int p = 0; p < width; p++) {
                double[] kg = patterns.get(p).kg()[b];
                double value = whitening.along(direction, kg, b * kg.length);
                row[b * width + p] = value;
                used = value == 0 ? used : (b + 1) * width;
            }
        }
        return Arrays.copyOf(row, used);
    }

    /// O(patterns · directions · blocks²): a run that begins one block earlier has one more product
    /// with each of its blocks.
    private double[][] strengths(int blocks) {
        int width = patterns.size();
        double[][][] products = products(blocks);
        double[][] strengths = new double[runs.size()][width];
        double[][] before = new double[blocks][width]; // products of a block with those before it
        for (int from = blocks - 1; from >= 0; from--) {
            double[] sums = new double[width];
            for (int t = from; t < blocks; t++) {
                double[] strength = strengths[run(from, t + 1)];
                for (int p = 0; p < width; p++) {
                    before[t][p] += t > from ? products[t][from][p] : 0;
                    sums[p] += products[t][t][p] + 2 * before[t][p];
                    strength[p] = Math.sqrt(Math.max(0, sums[p]));
                }
            }
        }
        return strengths;
    }

    /// Products of the whitened patterns of two blocks, `[later][earlier][pattern]`.
    private double[][][] products(int blocks) {
        int width = patterns.size();
        double[][][] products = new double[blocks][blocks][width];
        for (double[] row : directions) {
            int reach = row.length / width;
            for (int s = 0; s < reach; s++) {
                for (int t = 0; t <= s; t++) {
                    addProducts(products[s][t], row, s * width, t * width);
                }
            }
        }
        return products;
    }

    private static void addProducts(double[] sums, double[] row, int first, int second) {
        for (int p = 0; p < sums.length; p++) {
            sums[p] += row[first + p] * row[second + p];
        }
    }

    int width() {
        return patterns.size();
    }

    int blocks() {
        return patterns.getFirst().kg().length;
    }

    List<Run> runs() {
        return runs;
    }

    /// Share of the false-alarm probability.
    double weight(int run, int pattern) {
        return runs.get(run).weight() * patterns.get(pattern).weight();
    }

    /// `√(uᵀΣ⁻¹u)`: one over the standard uncertainty of the flow's amount, 1/kg; 0 where the
    /// differences cannot show it.
    double strength(int run, int pattern) {
        return strengths[run][pattern];
    }

    /// The same for a pattern over the whole time.
    public double strength(int pattern) {
        return strengths[wholeRun()][pattern];
    }

    /// Share of the false-alarm probability of a pattern over the whole time.
    double weight(int pattern) {
        return weight(wholeRun(), pattern);
    }

    private int wholeRun() {
        return run(0, blocks());
    }

    /// Place of a run: they stand by their beginning, then by their end.
    private int run(int from, int to) {
        int before = from * blocks() - from * (from - 1) / 2;
        return before + to - from - 1;
    }

    /// Number of whitened differences.
    int directions() {
        return directions.length;
    }

    double[] direction(int direction) {
        return directions[direction];
    }

    /// Running sums of `uᵀΣ⁻¹d` of each pattern, `[block · patterns + pattern]`, beginning with
    /// zeros.
    ///
    /// @param white whitened differences
    double[] runningScores(double[] white) {
        int width = width();
        double[] sums = new double[(blocks() + 1) * width];
        for (int r = 0; r < directions.length; r++) {
            double[] row = directions[r];
            for (int i = 0; i < row.length; i++) {
                sums[width + i] += white[r] * row[i];
            }
        }
        for (int i = width; i < sums.length; i++) {
            sums[i] += sums[i - width];
        }
        return sums;
    }

    /// The strongest evidence of one side; of equals the first.
    ///
    /// @param differences in the order of the covariance
    /// @param sign 1 for what is missing, −1 for what comes from nowhere
    public Strongest strongest(double[] differences, int sign) {
        double[] sums = runningScores(whitening.apply(differences));
        int width = width();
        Loudest[] loudest = new Loudest[Run.Kind.values().length];
        Arrays.setAll(loudest, _ -> new Loudest(width));
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Loudest ofKind = loudest[run.kind().ordinal()];
            for (int p = 0; p < width; p++) {
                if (strengths[i][p] > 0) {
                    double score = sums[run.to() * width + p] - sums[run.from() * width + p];
                    ofKind.hear(i, p, sign * score / strengths[i][p]);
                }
            }
        }
        Strongest strongest = new Strongest(0, 0, blocks(), 0, weight(0), 0);
        for (Loudest ofKind : loudest) {
            for (int p = 0; p < width; p++) {
                Strongest other = strongest(p, ofKind.runs[p], ofKind.z[p]);
                strongest = other.logBound() < strongest.logBound() ? other : strongest;
            }
        }
        return strongest;
    }

    private Strongest strongest(int pattern, int i, double z) {
        Run run = runs.get(i);
        double weight = weight(i, pattern);
        double logBound = z > 0 ? Estimate.logUpperTail(z) - Math.log(weight) : 0;
        return new Strongest(pattern, run.from(), run.to(), z, weight, logBound);
    }

    /// Of runs of one kind, which share a weight, the one that speaks loudest for each pattern.
    private static final class Loudest {
        final int[] runs;
        final double[] z;

        Loudest(int patterns) {
            runs = new int[patterns];
            z = new double[patterns];
        }

        void hear(int run, int pattern, double value) {
            if (value > z[pattern]) {
                runs[pattern] = run;
                z[pattern] = value;
            }
        }
    }

    /// The probability that evidence this strong arises on one side where nothing is hidden.
    ///
    /// @param logBound from [#strongest]
    /// @return at most `exp(logBound)`; that itself above [#WORTH_CALIBRATING], where nobody acts
    public double probability(double logBound) {
        double bound = Math.min(1, Math.exp(logBound));
        boolean isCalibrated = bound <= WORTH_CALIBRATING && bound > Double.MIN_NORMAL;
        return isCalibrated ? bound * SharedAlarms.share(this, bound) : bound;
    }
}
