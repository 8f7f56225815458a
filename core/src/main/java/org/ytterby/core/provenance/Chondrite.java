package org.ytterby.core.provenance;

import static java.util.Map.entry;
import static org.ytterby.core.material.Element.*;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.Element;

/// What primitive meteorites contain: the yardstick of rare-earth patterns.
///
/// @param citation where the numbers were published
/// @param mgPerKg mg of element per kg of meteorite, finite and `> 0`, for every element
public record Chondrite(String citation, Map<Element, Double> mgPerKg) {
    /// CI carbonaceous chondrite, each value with 10 % uncertainty (2 sigma).
    public static final Chondrite MCDONOUGH_SUN_1995 =
            new Chondrite(
                    "W. F. McDonough and S.-s. Sun, The composition of the Earth, Chemical Geology"
                            + " 120 (1995) 223-253, doi:10.1016/0009-2541(94)00140-4",
                    Map.ofEntries(
                            entry(La, 0.237),
                            entry(Ce, 0.613),
                            entry(Pr, 0.0928),
                            entry(Nd, 0.457),
                            entry(Sm, 0.148),
                            entry(Eu, 0.0563),
                            entry(Gd, 0.199),
                            entry(Tb, 0.0361),
                            entry(Dy, 0.246),
                            entry(Ho, 0.0546),
                            entry(Er, 0.160),
                            entry(Tm, 0.0247),
                            entry(Yb, 0.161),
                            entry(Lu, 0.0246),
                            entry(Y, 1.57),
                            entry(Sc, 5.92)));

    public Chondrite {
        mgPerKg = Map.copyOf(mgPerKg);
        for (Element e : Element.ALL) {
            if (!isUsable(mgPerKg.get(e))) {
                throw new IllegalArgumentException(
                        "a chondrite needs finite mg/kg > 0 of " + e + ": " + mgPerKg.get(e));
            }
        }
    }

    /// What the chondrite holds of one element, mg/kg.
    public double mgPerKg(Element element) {
        return Objects.requireNonNull(mgPerKg.get(element));
    }

    private static boolean isUsable(@Nullable Double mgPerKg) {
        return mgPerKg != null && mgPerKg > 0 && mgPerKg < Double.POSITIVE_INFINITY;
    }
}
