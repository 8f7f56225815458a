package org.ytterby.core.provenance;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The mixture of known sources that comes closest to an assayed composition.
///
/// Sources mix linearly in mass: the fit minimises the sum over parts of `((x_i - sum_o a_o p_oi) /
/// (sigma_i x_i))²` with every amount `a_o >= 0`. Immutable.
public final class MixtureFit {
    private final double[] amounts;
    private final double sum;
    private final int used;
    private final double residualChiSquare;
    private final int degreesOfFreedom;

    private MixtureFit(double[] amounts, double[] residual) {
        this.amounts = amounts;
        double total = 0;
        int positive = 0;
        for (double amount : amounts) {
            total += amount;
            positive += amount > 0 ? 1 : 0;
        }
        sum = total;
        used = positive;
        residualChiSquare = LeastSquares.dot(residual, residual);
        degreesOfFreedom = residual.length - positive;
    }

    /// Fits a mixture.
    ///
    /// @param assayed shares of the parts, finite and `> 0`
    /// @param sources at least one, each with one value `>= 0` per part and not all 0, on the scale
    ///   of `assayed`; with dependent sources the fractions are one of several answers
    /// @param relativeSigma standard uncertainty of each part relative to its value, `> 0`
    /// @throws IllegalArgumentException if a length or value is out of range
    /// @throws ArithmeticException if rounding keeps the fit from settling
    public static MixtureFit of(double[] assayed, List<double[]> sources, double[] relativeSigma) {
        Parts.requirePositive(assayed, "assayed shares");
        Parts.requireLength(assayed.length, relativeSigma, "relative sigma");
        Parts.requirePositive(relativeSigma, "relative sigmas");
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no source to mix");
        }
        double[] target = new double[assayed.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = 1 / relativeSigma[i];
        }
        double[][] columns = new double[sources.size()][];
        for (int o = 0; o < columns.length; o++) {
            columns[o] = weighted(sources.get(o), assayed, relativeSigma);
        }
        double[] amounts = NonNegativeLeastSquares.solution(columns, target);
        return new MixtureFit(amounts, NonNegativeLeastSquares.residual(columns, target, amounts));
    }

    /// How many sources were offered.
    public int sources() {
        return amounts.length;
    }

    /// How many sources the mixture uses, `>= 1`.
    public int used() {
        return used;
    }

    /// The part of the mixture that one source supplies, `0..1`; all sum to 1.
    ///
    /// @param source index in the list of sources
    public double fraction(int source) {
        return amounts[source] / sum;
    }

    /// All amounts together, before they are closed to fractions: near 1 when assay and sources are
    /// both closed to 1 and agree.
    public double sum() {
        return sum;
    }

    /// The minimum itself: squared residuals in units of their standard uncertainty.
    public double residualChiSquare() {
        return residualChiSquare;
    }

    /// Parts less sources used; can be 0.
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /// The probability that a true mixture of these sources leaves a residual at least as large;
    /// empty when no degree of freedom is left. Rough, because the data chose which sources to use.
    public OptionalDouble plausibility() {
        return degreesOfFreedom == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        ChiSquaredDistribution.of(degreesOfFreedom)
                                .survivalProbability(residualChiSquare));
    }

    private static double[] weighted(double[] source, double[] assayed, double[] relativeSigma) {
        Parts.requireLength(assayed.length, source, "source");
        Parts.requireSome(source, "parts of a source");
        double[] weighted = new double[source.length];
        for (int i = 0; i < source.length; i++) {
            weighted[i] = source[i] / (relativeSigma[i] * assayed[i]);
        }
        return weighted;
    }
}
