package org.ytterby.core.balance;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ytterby.core.material.Element;

/// A measured mass with its standard uncertainty, kg of what its maker states.
public record Estimate(double value, double sigma) {
    /// Booked masses are whole milligrams: half of one above a bound is rounding, not an excess.
    private static final double ROUNDING_KG = 5e-7;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Weights that turn element masses into rare-earth oxide equivalents.
    public static double[] oxideFactors() {
        return Element.ALL.stream().mapToDouble(Element::oxideFactor).toArray();
    }

    /// The probability of at least this value where the true one is at most `bound`; with no
    /// uncertainty 0 if the bound is exceeded, else 1.
    public double pAbove(double bound) {
        double above = value - bound;
        if (sigma == 0) {
            return above > ROUNDING_KG ? 0 : 1;
        }
        return upperTail(above / Math.hypot(sigma, ROUNDING_KG));
    }

    /// The probability of a value at least this far from zero where the true one is zero.
    public double pTwoSided() {
        return Math.min(1, 2 * new Estimate(Math.abs(value), sigma).pAbove(0));
    }

    /// The probability that a standard normal value exceeds `z`, accurate in the far tail.
    public static double upperTail(double z) {
        return NORMAL.survivalProbability(z);
    }

    /// The natural logarithm of [#upperTail], also where that underflows.
    ///
    /// Beyond z = 30 the first terms of the asymptotic series (Abramowitz & Stegun 26.2.12) are
    /// exact to 10⁻⁶.
    public static double logUpperTail(double z) {
        if (z < 30) {
            return Math.log(upperTail(z));
        }
        return -z * z / 2 - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / (z * z));
    }

    /// The `z` that a standard normal value exceeds with probability `p`, `0 < p < 1`.
    public static double quantile(double p) {
        return NORMAL.inverseSurvivalProbability(p);
    }
}
