package org.ytterby.benchmarks.detection;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.provenance.DepositShare;

/// Assays of simulated lots: each deposit strays by its natural spread, the laboratory by its own.
final class SampledLot {
    private SampledLot() {}

    /// The assay of a lot blended from deposits.
    ///
    /// @param assayError relative standard error of each element, independent
    static Composition of(List<DepositShare> blend, double assayError, RandomGenerator random) {
        double[] oxides = new double[Element.COUNT];
        for (DepositShare deposit : blend) {
            double[] there = new double[Element.COUNT];
            for (Element e : Element.ALL) {
                there[e.ordinal()] =
                        deposit.composition().share(e)
                                * Math.exp(deposit.spread() * random.nextGaussian());
            }
            Composition found = Composition.closing(there);
            for (Element e : Element.ALL) {
                oxides[e.ordinal()] += deposit.weight() * found.share(e);
            }
        }
        for (int e = 0; e < oxides.length; e++) {
            oxides[e] *= Math.max(0, 1 + assayError * random.nextGaussian());
        }
        return Composition.closing(oxides);
    }
}
