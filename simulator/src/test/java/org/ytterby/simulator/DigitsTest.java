package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void trailingZerosAreLeftOut() {
        assertThat(Digits.fixed(12.5, 3)).isEqualTo("12.5");
        assertThat(Digits.fixed(0.05, 4)).isEqualTo("0.05");
        assertThat(Digits.fixed(700, 3)).isEqualTo("700");
        assertThat(Digits.fixed(0, 3)).isEqualTo("0");
    }

    @Test
    void sixDigitsAreSignificant() {
        assertThat(Digits.significant(0.000123456789)).isEqualTo("0.000123457");
        assertThat(Digits.significant(0.99)).isEqualTo("0.99");
        assertThat(Digits.significant(1.0032101)).isEqualTo("1.00321");
        assertThat(Digits.significant(0)).isEmpty();
    }

    @Test
    void whatIsWrittenIsWhatIsKept() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Math.pow(10, -8 * random.nextDouble());
            assertThat(new BigDecimal(Digits.significant(value)).doubleValue())
                    .isEqualTo(Digits.significantValue(value));
        }
    }
}
