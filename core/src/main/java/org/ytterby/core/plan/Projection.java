package org.ytterby.core.plan;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/// Where the use of a year's plan will stand at the year's end, if the other months are like those
/// that were reported.
///
/// `P = Σ u + r · ū` with u the use in each of the m months that were reported, ū their mean and `r
/// = 12 - m` the others: months to come, and months in which nothing at all was declared, which
/// count like the mean and never as zero. The interval is that of a sum of r new values of the same
/// normal distribution, `P ± t(0.975, m - 1) · s · √(r + r²/m)` with s the scatter between the
/// reported months; it needs two of them. Neither end is below what is used already.
///
/// @param usedKg kg REO used so far
/// @param months m
/// @param pointKg P, kg REO; NaN where no month was reported
/// @param lowKg lower end, NaN where there is no interval
/// @param highKg upper end, NaN where there is no interval
public record Projection(double usedKg, int months, double pointKg, double lowKg, double highKg) {
    private static final int YEAR = 12;

    /// Two-sided 95 %.
    private static final double UPPER = 0.975;

    /// Projects.
    ///
    /// @param monthlyKg use of each month of the year, kg REO; NaN for a month that was not
    ///   reported, or is not over
    /// @param usedKg all use of the year so far, at least the sum of those months
    /// @throws IllegalArgumentException unless there are twelve months
    public static Projection of(double[] monthlyKg, double usedKg) {
        if (monthlyKg.length != YEAR) {
            throw new IllegalArgumentException("a year has 12 months, not " + monthlyKg.length);
        }
        double[] told = Arrays.stream(monthlyKg).filter(u -> !Double.isNaN(u)).toArray();
        int m = told.length;
        if (m == 0) {
            return new Projection(usedKg, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = Arrays.stream(told).sum();
        double mean = sum / m;
        int left = YEAR - m;
        double point = Math.max(usedKg, sum + left * mean);
        if (left == 0) {
            return new Projection(usedKg, m, point, point, point);
        }
        if (m == 1) {
            return new Projection(usedKg, m, point, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(told).map(u -> (u - mean) * (u - mean)).sum();
        double scatter = Math.sqrt(squares / (m - 1));
        double t = TDistribution.of(m - 1).inverseCumulativeProbability(UPPER);
        double half = t * scatter * Math.sqrt(left + (double) left * left / m);
        return new Projection(
                usedKg, m, point, Math.max(usedKg, point - half), Math.max(usedKg, point + half));
    }

    /// What to say of it beside a grant.
    public Warning beside(double grantedKg) {
        if (usedKg > grantedKg) {
            return Warning.OVER;
        }
        if (pointKg > grantedKg) {
            return Warning.LIKELY;
        }
        return highKg > grantedKg ? Warning.POSSIBLE : Warning.NONE;
    }

    /// How near an overrun is.
    public enum Warning {
        /// More was used than granted: a fact.
        OVER,
        /// At this pace the year ends above the grant.
        LIKELY,
        /// The interval reaches above the grant.
        POSSIBLE,
        NONE
    }
}
