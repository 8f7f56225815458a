package org.ytterby.core.plan.opinion;

import java.util.Arrays;

/// Weights from how much the enterprises differ on each line, then nearness to the best of each.
///
/// Weights come from rivals' data and ranks may turn when somebody enters: an opinion, no ground
/// for a plan. Source: Hwang and Yoon, Multiple Attribute Decision Making (1981).
///
/// @param weights of the lines, sum 1
/// @param closeness of each enterprise, 0 (worst on every line) to 1 (best on every line)
public record EntropyTopsis(double[] weights, double[] closeness) {
    /// Weighs the lines and ranks the enterprises. O(n · lines).
    ///
    /// @param performance of each enterprise on each line, 0 or more, more is better
    public static EntropyTopsis of(double[][] performance) {
        int lines = performance.length == 0 ? 0 : performance[0].length;
        double[] weights = new double[lines];
        for (int j = 0; j < lines; j++) {
            weights[j] = 1 - entropy(performance, j);
        }
        double sum = Arrays.stream(weights).sum();
        for (int j = 0; j < lines; j++) {
            weights[j] = sum > 0 ? weights[j] / sum : 1.0 / lines;
        }
        return new EntropyTopsis(weights, closeness(performance, weights));
    }

    /// Evenness of a line, 1 where all are equal.
    private static double entropy(double[][] performance, int line) {
        double sum = 0;
        for (double[] row : performance) {
            sum += row[line];
        }
        if (performance.length < 2 || !(sum > 0)) {
            return 1;
        }
        double entropy = 0;
        for (double[] row : performance) {
            double share = row[line] / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.clamp(entropy / Math.log(performance.length), 0, 1);
    }

    private static double[] closeness(double[][] performance, double[] weights) {
        double[] best = new double[weights.length];
        double[] worst = new double[weights.length];
        Arrays.fill(worst, Double.POSITIVE_INFINITY);
        double[] scale = new double[weights.length];
        for (int j = 0; j < weights.length; j++) {
            double squares = 0;
            for (double[] row : performance) {
                squares += row[j] * row[j];
                best[j] = Math.max(best[j], row[j]);
                worst[j] = Math.min(worst[j], row[j]);
            }
            scale[j] = squares > 0 ? weights[j] / Math.sqrt(squares) : 0;
        }
        double[] closeness = new double[performance.length];
        for (int i = 0; i < closeness.length; i++) {
            double above = distance(performance[i], best, scale);
            double below = distance(performance[i], worst, scale);
            closeness[i] = above > 0 ? below / (above + below) : 1;
        }
        return closeness;
    }

    private static double distance(double[] a, double[] b, double[] scale) {
        double squares = 0;
        for (int j = 0; j < a.length; j++) {
            double apart = scale[j] * (a[j] - b[j]);
            squares += apart * apart;
        }
        return Math.sqrt(squares);
    }
}
