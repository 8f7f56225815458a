package org.ytterby.core.balance;

import java.util.Arrays;

/// Turns correlated differences into independent standard normal values.
///
/// Rows of `L⁻¹` with `Σ = L·Lᵀ`, one for each direction kept (Picard 1987 for periods). A position
/// is left out when nearly nothing of its variance remains given the earlier ones.
public final class Whitening {
    /// Part of a variance below which what remains of it is rounding.
    private static final double NEGLIGIBLE = 1e-12;

    private final double[][] rows;

    private Whitening(double[][] rows) {
        this.rows = rows;
    }

    /// Of a covariance that is exact.
    ///
    /// @param covariance symmetric
    public static Whitening of(double[][] covariance) {
        return of(covariance, new double[covariance.length], 0);
    }

    /// Of a covariance that leaves something out.
    ///
    /// By Gram–Schmidt in the metric of the covariance, so that what a row leaves out is at hand
    /// when it is decided whether to keep it; loops run along memory. O(n³/3).
    ///
    /// @param neglected variance of each position that the covariance does not know, independent
    ///   between positions
    /// @param margin how many times its neglected variance a direction must have to be kept
    static Whitening of(double[][] covariance, double[] neglected, double margin) {
        int n = covariance.length;
        int[] kept = new int[n];
        double[][] columns = new double[n][]; // of L
        double[][] rows = new double[n][]; // of its inverse
        int count = 0;
        for (int i = 0; i < n; i++) {
            double[] column = covariance[i].clone();
            double[] row = new double[i + 1];
            row[i] = 1;
            for (int j = 0; j < count; j++) {
                double part = columns[j][i];
                if (part != 0) {
                    subtract(column, i, n, part, columns[j]);
                    subtract(row, 0, kept[j] + 1, part, rows[j]);
                }
            }
            double unknown = 0;
            for (int k = 0; k <= i; k++) {
                unknown += row[k] * row[k] * neglected[k];
            }
            if (column[i] > Math.max(margin * unknown, NEGLIGIBLE * covariance[i][i])) {
                double scale = 1 / Math.sqrt(column[i]);
                scale(column, scale);
                scale(row, scale);
                columns[count] = column;
                rows[count] = row;
                kept[count++] = i;
            }
        }
        return new Whitening(Arrays.copyOf(rows, count));
    }

    private static void subtract(double[] from, int start, int end, double times, double[] what) {
        for (int k = start; k < end; k++) {
            from[k] -= times * what[k];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= factor;
        }
    }

    /// Number of directions kept.
    public int size() {
        return rows.length;
    }

    /// One standard normal value for each direction kept.
    ///
    /// @param differences as many as the covariance has rows
    public double[] apply(double[] differences) {
        double[] white = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            white[r] = along(r, differences, 0);
        }
        return white;
    }

    /// What a vector that is zero before a position gives in one direction.
    ///
    /// @param part the vector from that position on; zero after its end
    double along(int direction, double[] part, int position) {
        double[] row = rows[direction];
        int end = Math.min(row.length - position, part.length);
        double sum = 0;
        for (int k = 0; k < end; k++) {
            sum += row[position + k] * part[k];
        }
        return sum;
    }
}
