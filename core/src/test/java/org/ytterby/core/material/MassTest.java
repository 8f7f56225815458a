package org.ytterby.core.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.5, 0", // half to even
        "3, 0, 0.5, 2",
        "5, 0, 0.5, 2",
        "1000000, 0.1, 0.5, 450000",
        "1000000, 0, 0, 0",
        "9000000000000000, 0, 1, 9000000000000000"
    })
    void elementMassIsRoundedOnceHalfToEven(
            long mg, double moisture, double fraction, long expected) {
        assertThat(Mass.elementMg(mg, moisture, fraction)).isEqualTo(expected);
    }

    @Test
    void dryMassLeavesOutTheWater() {
        assertThat(Mass.dryMg(1_000_000, 0.08)).isEqualTo(920_000);
    }

    @Test
    void dryMassOfAnythingDryIsExact() {
        assertThat(Mass.dryMg(9_007_199_254_740_993L, 0)).isEqualTo(9_007_199_254_740_993L);
    }

    @Test
    void kilogramsAreExactWhenPrinted() {
        assertThat(new Mass(1_234_567_890_123L).kilograms()).isEqualTo(1_234_567.890123);
    }

    @Test
    void massesCompareBySize() {
        assertThat(new Mass(-1)).isLessThan(new Mass(0));
        assertThat(new Mass(2)).isEqualByComparingTo(new Mass(2));
    }

    @Test
    void aMassReadsInKilograms() {
        assertThat(new Mass(1_500_000)).hasToString("1.5 kg");
        assertThat(new Mass(-1)).hasToString("-0.000001 kg");
        assertThat(new Mass(100_000_000_000L)).hasToString("100000 kg");
    }
}
