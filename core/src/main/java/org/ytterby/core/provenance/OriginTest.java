package org.ytterby.core.provenance;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// Whether an assayed composition can come from where it is said to come from.
///
/// Compares the natural logarithms of shares, element by element, and takes their deviations for
/// independent and normal.
///
/// @param statistic sum of squared deviations over their variances
/// @param degreesOfFreedom how many elements tell something, `1..16`
/// @param pValue probability of a statistic at least as large if the origin is true, `0..1`
public record OriginTest(double statistic, int degreesOfFreedom, double pValue) {
    /// Smaller shares count as this one, because what a laboratory reports of them is mostly noise.
    public static final double SHARE_FLOOR = 1e-4;

    /// Tests an assay against what its origin leads one to expect.
    ///
    /// An element with both shares at or below [#SHARE_FLOOR] tells nothing and is left out. One
    /// element at least always tells something, because sixteen shares that sum to 1 are not all
    /// traces.
    ///
    /// @param assayed shares of trade oxides found
    /// @param expected shares of trade oxides, such as [ExpectedComposition#composition()]
    /// @param lnVariances variance of the difference of logarithms, one per element: natural spread
    ///   and assay together; finite and `> 0` for every element that tells something
    /// @throws IllegalArgumentException if the length or a variance is out of range
    public static OriginTest of(Composition assayed, Composition expected, double[] lnVariances) {
        List<Deviation> deviations = deviations(assayed, expected, lnVariances);
        double statistic = 0;
        for (Deviation deviation : deviations) {
            statistic += deviation.term();
        }
        int informative = deviations.size();
        return new OriginTest(statistic, informative, upperTail(statistic, informative));
    }

    /// How far one element strays.
    ///
    /// @param found share assayed, at least [#SHARE_FLOOR]
    /// @param expected share expected, at least [#SHARE_FLOOR]
    /// @param lnVariance variance of `ln(found / expected)` if the origin is true
    public record Deviation(Element element, double found, double expected, double lnVariance) {
        /// `ln(found / expected)`.
        public double lnRatio() {
            return Math.log(found) - Math.log(expected);
        }

        /// What the element adds to the statistic.
        public double term() {
            return lnRatio() * lnRatio() / lnVariance;
        }
    }

    /// The elements that tell something, in table order; the terms sum to the statistic of [#of].
    public static List<Deviation> deviations(
            Composition assayed, Composition expected, double[] lnVariances) {
        Parts.requireLength(Element.COUNT, lnVariances, "ln variance");
        List<Deviation> deviations = new ArrayList<>();
        for (Element e : Element.ALL) {
            double found = Math.max(assayed.share(e), SHARE_FLOOR);
            double declared = Math.max(expected.share(e), SHARE_FLOOR);
            if (found > SHARE_FLOOR || declared > SHARE_FLOOR) {
                deviations.add(new Deviation(e, found, declared, variance(lnVariances, e)));
            }
        }
        return deviations;
    }

    private static double variance(double[] lnVariances, Element element) {
        double variance = lnVariances[element.ordinal()];
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the ln variance of " + element + " must be finite and > 0: " + variance);
        }
        return variance;
    }

    private static double upperTail(double statistic, int degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
