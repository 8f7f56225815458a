package org.ytterby.core.provenance;

/// The slow twin of [NonNegativeLeastSquares]: tries every set of columns, solves its normal
/// equations by elimination, and keeps the best solution without negative coefficients.
final class SubsetSearch {
    private static final double DEPENDENT = 1e-9;

    private SubsetSearch() {}

    /// The smallest squared residual that non-negative coefficients reach.
    ///
    /// @param columns few, as every subset of them is tried
    static double smallestSquaredResidual(double[][] columns, double[] target) {
        double smallest = squaredResidual(columns, target, new double[columns.length]);
        for (int subset = 1; subset < 1 << columns.length; subset++) {
            double[] x = solved(columns, target, subset);
            if (isNonNegative(x)) {
                smallest = Math.min(smallest, squaredResidual(columns, target, x));
            }
        }
        return smallest;
    }

    static double squaredResidual(double[][] columns, double[] target, double[] x) {
        double squares = 0;
        for (int i = 0; i < target.length; i++) {
            double rest = target[i];
            for (int j = 0; j < columns.length; j++) {
                rest -= columns[j][i] * x[j];
            }
            squares += rest * rest;
        }
        return squares;
    }

    /// Normal equations in which a column outside the subset has coefficient 0; dependent columns
    /// give NaN, since a smaller subset reaches as far.
    private static double[] solved(double[][] columns, double[] target, int subset) {
        int n = columns.length;
        double[][] equations = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            boolean isIn = (subset >> i & 1) == 1;
            for (int j = 0; j < n; j++) {
                boolean areIn = isIn && (subset >> j & 1) == 1;
                double unit = i == j ? 1 : 0;
                equations[i][j] = areIn ? LeastSquares.dot(columns[i], columns[j]) : unit;
            }
            equations[i][n] = isIn ? LeastSquares.dot(columns[i], target) : 0;
        }
        return eliminated(equations);
    }

    private static double[] eliminated(double[][] equations) {
        int n = equations.length;
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            double before = equations[k][k];
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : equations[i][k] / equations[k][k];
                for (int j = k; j <= n; j++) {
                    equations[i][j] -= factor * equations[k][j];
                }
            }
            if (!(Math.abs(before) > DEPENDENT)) {
                x[0] = Double.NaN;
                return x;
            }
        }
        for (int k = 0; k < n; k++) {
            x[k] = equations[k][n] / equations[k][k];
        }
        return x;
    }

    private static boolean isNonNegative(double[] x) {
        for (double value : x) {
            if (!(value >= 0)) {
                return false;
            }
        }
        return true;
    }
}
