package org.ytterby.core.balance;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ytterby.core.material.Element;

/// A measured amount with its standard uncertainty, in the unit that its maker states.
public record Estimate(double value, double sigma) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Weights that turn element masses into rare-earth oxide equivalents.
    public static double[] oxideFactors() {
        return Element.ALL.stream().mapToDouble(Element::oxideFactor).toArray();
    }

    /// The probability of at least this value where the true one is at most `bound`; with no uncertainty
    /// 0 if the bound is exceeded, else 1.
    public double pAbove(double bound) {
        if (sigma == 0) {
            return value > bound ? 0 : 1;
        }
        return upperTail((value - bound) / sigma);
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
    /// Beyond z = 30 the first terms of the asymptotic series (Abramowitz & Stegun 26.2.12) are exact to
    /// 10⁻⁶.
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
