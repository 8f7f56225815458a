package org.ytterby.core.provenance;

import java.util.List;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// What a blend of deposits should be made of, and how far nature lets it stray.
///
/// Deposits `o` of weight `w_o`, composition `d_o` and spread `s_o` blend to `c = sum_o w_o d_o`
/// with `var(ln c_i) = sum_o (w_o d_oi / c_i)² s_o²`, the first-order variance for deposits that
/// stray independently. A single deposit keeps its own `s²`. Immutable.
public final class ExpectedComposition {
    /// How far the weights may sum away from 1.
    public static final double WEIGHT_SUM_TOLERANCE = 1e-9;

    private final Composition composition;
    private final double[] lnVariances;

    private ExpectedComposition(Composition composition, double[] lnVariances) {
        this.composition = composition;
        this.lnVariances = lnVariances;
    }

    /// The composition of a blend.
    ///
    /// @param deposits weights sum to 1 within [#WEIGHT_SUM_TOLERANCE]
    /// @throws IllegalArgumentException if they don't
    public static ExpectedComposition of(List<DepositShare> deposits) {
        double weights = deposits.stream().mapToDouble(DepositShare::weight).sum();
        if (!(Math.abs(weights - 1) <= WEIGHT_SUM_TOLERANCE)) {
            throw new IllegalArgumentException("the weights of a blend sum to " + weights);
        }
        double[] shares = new double[Element.COUNT];
        double[] lnVariances = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            shares[e.ordinal()] = share(deposits, e);
            lnVariances[e.ordinal()] = lnVariance(deposits, e, shares[e.ordinal()]);
        }
        return new ExpectedComposition(Composition.closing(shares), lnVariances);
    }

    /// The blend itself.
    public Composition composition() {
        return composition;
    }

    /// The variance of the natural logarithm of each share, one per element; a copy.
    public double[] lnVariances() {
        return lnVariances.clone();
    }

    private static double share(List<DepositShare> deposits, Element element) {
        double share = 0;
        for (DepositShare deposit : deposits) {
            share += deposit.weight() * deposit.composition().share(element);
        }
        return share;
    }

    private static double lnVariance(List<DepositShare> deposits, Element element, double blended) {
        double variance = 0;
        for (DepositShare deposit : deposits) {
            // An element that is nowhere counts as the same trace everywhere.
            double part =
                    blended > 0
                            ? deposit.weight() * deposit.composition().share(element) / blended
                            : deposit.weight();
            double deviation = part * deposit.spread();
            variance += deviation * deviation;
        }
        return variance;
    }
}
