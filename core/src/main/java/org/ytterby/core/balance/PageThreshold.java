package org.ytterby.core.balance;

import java.util.Arrays;

/// Where one side of Page's test with reference value ½ raises an alarm.
///
/// With y standard normal and `P ← max(0, P + y − ½)` the probability of no alarm within t more
/// steps from p solves `S_t(p) = Φ(½ − p)·S_{t−1}(0) + ∫₀ʰ φ(x − p + ½)·S_{t−1}(x) dx`, here by
/// Gauss–Legendre quadrature (Brook & Evans 1972 with the exact kernel).
public final class PageThreshold {
    private static final double REFERENCE = 0.5;
    private static final int NODES = 40;
    private static final double HIGHEST = 64;
    private static final int HALVINGS = 50;
    private static final double[][] QUADRATURE = gaussLegendre();

    private PageThreshold() {}

    /// The h for which `P > h` happens within some periods with a given probability.
    ///
    /// Cost: about `50 · (periods + 20) · 41²` operations.
    ///
    /// @param periods `>= 1`
    /// @param falseAlarms probability on this side over all periods, in `(0, ½)`
    public static double of(int periods, double falseAlarms) {
        if (periods < 1 || !(falseAlarms > 0 && falseAlarms < 0.5)) {
            throw new IllegalArgumentException(
                    "no threshold for " + periods + " periods at " + falseAlarms);
        }
        double low = 0;
        double high = HIGHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (alarmProbability(periods, middle) > falseAlarms) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double alarmProbability(int periods, double h) {
        double[] places = new double[NODES + 1]; // where P can stand; the last is 0
        for (int i = 0; i < NODES; i++) {
            places[i] = h * QUADRATURE[0][i];
        }
        double[][] kernel = kernel(h, places);
        double[] survival = new double[NODES + 1];
        Arrays.fill(survival, 1);
        for (int t = 0; t < periods; t++) {
            double[] next = new double[NODES + 1];
            for (int i = 0; i <= NODES; i++) {
                for (int j = 0; j <= NODES; j++) {
                    next[i] += kernel[i][j] * survival[j];
                }
            }
            survival = next;
        }
        return 1 - survival[NODES];
    }

    /// Weight of each place after one step from each place.
    private static double[][] kernel(double h, double[] places) {
        double[][] kernel = new double[NODES + 1][NODES + 1];
        for (int i = 0; i <= NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                double y = places[j] - places[i] + REFERENCE;
                double density = Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
                kernel[i][j] = h * QUADRATURE[1][j] * density;
            }
            kernel[i][NODES] = Estimate.upperTail(places[i] - REFERENCE);
        }
        return kernel;
    }

    /// Nodes and weights on `(0, 1)`, by Newton's method on Legendre polynomials.
    private static double[][] gaussLegendre() {
        double[][] rule = new double[2][NODES];
        for (int i = 0; i < NODES; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
            double slope = 1;
            for (int newton = 0; newton < 8; newton++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= NODES; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = NODES * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            rule[0][i] = (1 - x) / 2;
            rule[1][i] = 1 / ((1 - x * x) * slope * slope);
        }
        return rule;
    }
}
