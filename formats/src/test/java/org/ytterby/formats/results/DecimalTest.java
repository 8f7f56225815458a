package org.ytterby.formats.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.testing.Property;

class DecimalTest {
    private static final int TRIES = 100_000;

    @ParameterizedTest(name = "{0} is printed {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "100, 100",
        "123456.789, 123456.789",
        "0.001, 0.001",
        "0.0001, 0.0001",
        "0.000001, 0.000001",
        "0.00000123, 0.00000123",
        "1e-7, 1e-7",
        "-1.5e-7, -1.5e-7",
        "1e7, 10000000",
        "12345678.9, 12345678.9",
        "1e20, 100000000000000000000",
        "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21",
        "-1.25e300, -1.25e+300",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "NaN, ''"
    })
    void numbersHaveOneShape(String value, String shape) {
        assertThat(Decimal.of(Double.parseDouble(value))).isEqualTo(shape);
    }

    @ParameterizedTest(name = "{0} after text")
    @CsvSource({
        "76.5, 76.5",
        "1, 1",
        "0.25, 0.25",
        "-0.00012, -0.00012",
        "1e-7, 1e-7",
        "1e7, 10000000"
    })
    void whatStandsBeforeANumberIsNotTakenForItsExponent(String value, String shape) {
        StringBuilder row = new StringBuilder("import:E");
        Decimal.append(row, Double.parseDouble(value));
        assertThat(row).hasToString("import:E" + shape);
    }

    @Test
    void everyNumberReadsBackAsItselfInTheFewestDigits() {
        Property.forAll(
                TRIES,
                random -> {
                    double value = Double.longBitsToDouble(random.nextLong());
                    if (Double.isFinite(value)) {
                        assertReadsBack(value);
                    }
                    assertReadsBack(
                            (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 15));
                    assertReadsBack(random.nextInt(-1_000_000, 1_000_000) / 1000.0);
                });
    }

    private static void assertReadsBack(double value) {
        String text = Decimal.of(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        assertThat(new BigDecimal(text).stripTrailingZeros()).isEqualTo(shortest);
        assertThat(text).matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?(e[+-][1-9]\\d*)?");
    }

    @Test
    void kilogramsAreExactMilligrams() {
        Property.forAll(
                TRIES,
                random -> {
                    long mg = random.nextLong() >> random.nextInt(64);
                    String text = Decimal.kilograms(mg);
                    assertThat(new BigDecimal(text).movePointRight(6).longValueExact())
                            .isEqualTo(mg);
                    assertThat(text).matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?").isNotEqualTo("-0");
                });
    }

    @ParameterizedTest(name = "{0} mg is {1} kg")
    @CsvSource({
        "0, 0",
        "1, 0.000001",
        "-1, -0.000001",
        "1000000, 1",
        "1500000, 1.5",
        "-120000000, -120",
        "9223372036854775807, 9223372036854.775807",
        "-9223372036854775808, -9223372036854.775808"
    })
    void milligramsArePrintedAsKilograms(long mg, String kg) {
        assertThat(Decimal.kilograms(mg)).isEqualTo(kg);
    }
}
