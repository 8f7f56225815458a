package org.ytterby.core.balance;

/// The sequence statistics of one element's inventory differences.
///
/// With `Σ = L·Lᵀ`: SITMUF `y = L⁻¹·d`, independent standard normal values where nothing is hidden
/// (Picard 1987); Page's one-sided sums with reference value ½; cumulative differences with
/// `√(1ᵀΣ1)`; GEMUF, the running sum of `y²`. Arrays have one entry a period.
public final class SequentialStatistics {
    /// Reference value of Page's test: half the shift to be found, in standard deviations.
    public static final double PAGE_REFERENCE = 0.5;

    /// A period is left out when its variance given the earlier ones falls below this part of the
    /// largest.
    private static final double NEGLIGIBLE = 1e-12;

    private final double[][] covariance;
    private final double[] sitmuf;

    private SequentialStatistics(double[][] covariance, double[] sitmuf) {
        this.covariance = covariance;
        this.sitmuf = sitmuf;
    }

    /// @param differences one a period, in order of time, any unit
    /// @param covariance theirs, in that unit squared; symmetric, the lower triangle is read
    public static SequentialStatistics of(double[] differences, double[][] covariance) {
        double largest = 0;
        for (int t = 0; t < differences.length; t++) {
            largest = Math.max(largest, covariance[t][t]);
        }
        Cholesky cholesky = Cholesky.of(covariance, NEGLIGIBLE * largest);
        return new SequentialStatistics(covariance, cholesky.whiten(differences));
    }

    /// Standardised differences given the earlier ones; NaN for a period left out.
    public double[] sitmuf() {
        return sitmuf.clone();
    }

    /// Standard uncertainty of each difference.
    public double[] sigma() {
        double[] sigma = new double[sitmuf.length];
        for (int t = 0; t < sigma.length; t++) {
            sigma[t] = Math.sqrt(covariance[t][t]);
        }
        return sigma;
    }

    /// Standard uncertainty of each running sum of differences.
    public double[] cumulativeSigma() {
        double[] sigma = new double[sitmuf.length];
        double variance = 0;
        for (int t = 0; t < sigma.length; t++) {
            for (int s = 0; s < t; s++) {
                variance += 2 * covariance[t][s];
            }
            variance += covariance[t][t];
            sigma[t] = Math.sqrt(Math.max(0, variance));
        }
        return sigma;
    }

    /// Page's sums for a lasting loss, with a reference value of the caller's.
    public double[] pageLoss(double reference) {
        return page(1, reference);
    }

    /// Page's sums for a lasting gain, with a reference value of the caller's.
    public double[] pageGain(double reference) {
        return page(-1, reference);
    }

    private double[] page(int side, double reference) {
        double[] page = new double[sitmuf.length];
        double sum = 0;
        for (int t = 0; t < page.length; t++) {
            if (!Double.isNaN(sitmuf[t])) {
                sum = Math.max(0, sum + side * sitmuf[t] - reference);
            }
            page[t] = sum;
        }
        return page;
    }

    /// Running sums of squared SITMUF: chi-squared with one degree of freedom for each period kept.
    public double[] gemuf() {
        double[] gemuf = new double[sitmuf.length];
        double sum = 0;
        for (int t = 0; t < gemuf.length; t++) {
            sum += Double.isNaN(sitmuf[t]) ? 0 : sitmuf[t] * sitmuf[t];
            gemuf[t] = sum;
        }
        return gemuf;
    }
}
