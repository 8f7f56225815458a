package org.ytterby.core.provenance;

import static org.ytterby.core.material.Element.*;

import java.util.OptionalDouble;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// How a rare-earth pattern departs from a smooth one, by the mass ratios that geologists quote.
///
/// A subscript N means mass of element over that of a [Chondrite]; a part of an oxide is turned
/// into its element first. A ratio is empty where one of its elements was not found.
///
/// @param europium Eu_N / sqrt(Sm_N Gd_N), 1 for a smooth pattern
/// @param cerium Ce_N / sqrt(La_N Pr_N), 1 for a smooth pattern
/// @param lanthanumToYtterbium La_N / Yb_N, the slope from light to heavy
/// @param yttriumToHolmium Y / Ho as masses of element, not normalised
public record Anomalies(
        OptionalDouble europium,
        OptionalDouble cerium,
        OptionalDouble lanthanumToYtterbium,
        OptionalDouble yttriumToHolmium) {
    /// The ratios of a composition.
    ///
    /// @param oxides shares of trade oxides
    public static Anomalies of(Composition oxides, Chondrite reference) {
        return new Anomalies(
                betweenNeighbours(oxides, reference, Eu, Sm, Gd),
                betweenNeighbours(oxides, reference, Ce, La, Pr),
                ratio(normalised(oxides, reference, La), normalised(oxides, reference, Yb)),
                ratio(elementShare(oxides, Y), elementShare(oxides, Ho)));
    }

    private static OptionalDouble betweenNeighbours(
            Composition oxides, Chondrite reference, Element middle, Element left, Element right) {
        double product = normalised(oxides, reference, left) * normalised(oxides, reference, right);
        return ratio(normalised(oxides, reference, middle), Math.sqrt(product));
    }

    private static OptionalDouble ratio(double above, double below) {
        return above > 0 && below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }

    private static double normalised(Composition oxides, Chondrite reference, Element element) {
        return elementShare(oxides, element) / reference.mgPerKg(element);
    }

    private static double elementShare(Composition oxides, Element element) {
        return oxides.share(element) / element.oxideFactor();
    }
}
