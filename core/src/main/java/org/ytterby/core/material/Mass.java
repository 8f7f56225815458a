package org.ytterby.core.material;

import java.math.BigDecimal;

/// A booked mass in whole milligrams, so that sums are exact.
///
/// @param milligrams any sign: differences are masses too
public record Mass(long milligrams) implements Comparable<Mass> {
    /// Milligrams in a kilogram.
    public static final double MG_PER_KG = 1e6;

    /// Kilograms in a tonne.
    public static final double KG_PER_T = 1e3;

    /// The element mass of a line, rounded once, half to even.
    ///
    /// @param massMg mass as weighed, mg
    /// @param moisture mass fraction of water, `0..1`
    /// @param fraction kg of element per kg of dry material
    /// @return mg
    public static long elementMg(long massMg, double moisture, double fraction) {
        return (long) Math.rint(massMg * (1 - moisture) * fraction);
    }

    /// The dry mass of a line, rounded once, half to even, in mg.
    public static long dryMg(long massMg, double moisture) {
        return moisture > 0 ? (long) Math.rint(massMg * (1 - moisture)) : massMg;
    }

    /// Kilograms, exact for every mass below 9·10⁹ kg when printed in shortest form.
    public double kilograms() {
        return milligrams / MG_PER_KG;
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(milligrams, other.milligrams);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(milligrams, 6).stripTrailingZeros().toPlainString() + " kg";
    }
}
