package org.ytterby.core.balance;

/// Factors a covariance row by row, leaving out rows whose variance given the earlier ones is
/// negligible.
///
/// `Σ = L·Lᵀ` over the rows kept; a row left out is zero in `L`. O(n³/6) for the factor. Not
/// thread-safe.
final class Cholesky {
    private final double[][] factor;
    private final boolean[] kept;

    private Cholesky(double[][] factor, boolean[] kept) {
        this.factor = factor;
        this.kept = kept;
    }

    /// Factors a symmetric matrix, of which only the lower triangle is read.
    ///
    /// @param floor a row is left out when its conditional variance is not above this
    static Cholesky of(double[][] covariance, double floor) {
        int n = covariance.length;
        double[][] l = new double[n][];
        boolean[] kept = new boolean[n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            double left = covariance[i][i];
            for (int j = 0; j < i; j++) {
                if (kept[j]) {
                    double sum = covariance[i][j];
                    double[] other = l[j];
                    for (int k = 0; k < j; k++) {
                        sum -= row[k] * other[k];
                    }
                    row[j] = sum / other[j];
                    left -= row[j] * row[j];
                }
            }
            if (left > floor) {
                row[i] = Math.sqrt(left);
                kept[i] = true;
            } else {
                row = new double[i + 1];
            }
            l[i] = row;
        }
        return new Cholesky(l, kept);
    }

    /// `L⁻¹·values`, with NaN for rows left out.
    double[] whiten(double[] values) {
        int n = values.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            if (!kept[i]) {
                y[i] = Double.NaN;
                continue;
            }
            double sum = values[i];
            for (int k = 0; k < i; k++) {
                if (kept[k]) {
                    sum -= factor[i][k] * y[k];
                }
            }
            y[i] = sum / factor[i][i];
        }
        return y;
    }
}
