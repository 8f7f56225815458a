package org.ytterby.server.epcis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Units of mass, so that a query in one finds what is told in another.
///
/// Codes and factors: UN/ECE Recommendation No. 20, revision 17 (2021), annex I.
///
/// @param code such as KGM
/// @param kilograms one of it
record MassUnit(String code, BigDecimal kilograms) {
    private static final List<MassUnit> ALL =
            List.of(
                    of("KGM", "1"),
                    of("GRM", "0.001"),
                    of("MGM", "0.000001"),
                    of("DTN", "100"),
                    of("TNE", "1000"),
                    of("LBR", "0.45359237"),
                    of("ONZ", "0.028349523125"));

    private static MassUnit of(String code, String kilograms) {
        return new MassUnit(code, new BigDecimal(kilograms));
    }

    /// A quantity in some unit.
    record Amount(String unit, List<Double> values) {}

    /// The same amounts in every unit that they can be told in; as they are if the unit is none of
    /// mass.
    static List<Amount> spellings(Amount amount) {
        for (MassUnit unit : ALL) {
            if (unit.code.equals(amount.unit())) {
                return ALL.stream().map(other -> unit.in(other, amount.values())).toList();
            }
        }
        return List.of(amount);
    }

    private Amount in(MassUnit other, List<Double> values) {
        return new Amount(
                other.code,
                values.stream()
                        .map(value ->
                                BigDecimal.valueOf(value)
                                        .multiply(kilograms)
                                        .divide(other.kilograms, MathContext.DECIMAL64)
                                        .doubleValue())
                        .toList());
    }
}
