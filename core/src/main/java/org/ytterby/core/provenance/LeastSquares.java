package org.ytterby.core.provenance;

import java.util.Optional;

/// The combination of columns that comes closest to a target, by orthogonalisation.
///
/// Modified Gram-Schmidt carried through to the target, which is backward stable: Å. Björck, BIT 7
/// (1967) 1-21. Cost: O(rows · columns²).
final class LeastSquares {
    /// A column that keeps no more than this of its length beside the others is a mixture of them.
    private static final double DEPENDENT = 1e-13;

    private LeastSquares() {}

    /// The coefficients that minimise `|columns · x - target|`.
    ///
    /// @param columns each as long as `target`
    /// @return one coefficient per column, of any sign; empty if the columns are dependent
    static Optional<double[]> solution(double[][] columns, double[] target) {
        double[][] basis = new double[columns.length][];
        double[][] upper = new double[columns.length][columns.length];
        for (int k = 0; k < columns.length; k++) {
            double[] rest = columns[k].clone();
            for (int j = 0; j < k; j++) {
                upper[j][k] = removeAlong(basis[j], rest);
            }
            upper[k][k] = norm(rest);
            if (!(upper[k][k] > DEPENDENT * norm(columns[k]))) {
                return Optional.empty();
            }
            basis[k] = scaled(rest, 1 / upper[k][k]);
        }
        double[] rest = target.clone();
        double[] right = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            right[k] = removeAlong(basis[k], rest);
        }
        return Optional.of(backSubstituted(upper, right));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double removeAlong(double[] direction, double[] from) {
        double length = dot(direction, from);
        for (int i = 0; i < from.length; i++) {
            from[i] -= length * direction[i];
        }
        return length;
    }

    private static double[] scaled(double[] a, double factor) {
        double[] scaled = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            scaled[i] = a[i] * factor;
        }
        return scaled;
    }

    private static double[] backSubstituted(double[][] upper, double[] right) {
        double[] x = right.clone();
        for (int k = x.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < x.length; j++) {
                x[k] -= upper[k][j] * x[j];
            }
            x[k] /= upper[k][k];
        }
        return x;
    }
}
