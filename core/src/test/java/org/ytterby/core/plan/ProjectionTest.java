package org.ytterby.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ytterby.core.plan.Projection.Warning;

class ProjectionTest {
    private static double[] months(double... told) {
        double[] months = new double[12];
        Arrays.fill(months, Double.NaN);
        System.arraycopy(told, 0, months, 0, told.length);
        return months;
    }

    @Test
    void otherMonthsCountAsTheMeanOfThoseReported() {
        Projection p = Projection.of(months(10, 20, 30), 60);
        assertThat(p.pointKg()).isEqualTo(240);
        // s = 10, r = 9, m = 3, t(0.975, 2) = 4.302653: 10 · √(9 + 27) · 4.302653
        assertThat(p.highKg()).isCloseTo(240 + 258.159, within(1e-3));
        assertThat(p.lowKg()).as("not below what is used").isEqualTo(60);
    }

    @Test
    void equalMonthsLeaveNoDoubt() {
        Projection p = Projection.of(months(10, 10, 10, 10), 40);
        assertThat(p.lowKg()).isEqualTo(120);
        assertThat(p.highKg()).isEqualTo(120);
    }

    @Test
    void withoutDataThereIsNoProjectionAndWithOneMonthNoInterval() {
        Projection none = Projection.of(months(), 0);
        assertThat(none.pointKg()).isNaN();
        assertThat(none.beside(100)).isEqualTo(Warning.NONE);
        Projection one = Projection.of(months(10), 10);
        assertThat(one.pointKg()).isEqualTo(120);
        assertThat(one.highKg()).isNaN();
        assertThat(one.beside(100)).isEqualTo(Warning.LIKELY);
    }

    @Test
    void monthsWithoutUseCountAsZeroAndSilentOnesDoNot() {
        assertThat(Projection.of(months(0, 0, 0), 0).pointKg()).isZero();
        double[] silent = months(10, 10, 10);
        silent[1] = Double.NaN;
        assertThat(Projection.of(silent, 20).pointKg()).isEqualTo(120);
    }

    @Test
    void whatIsUsedInAMonthThatIsNotOverIsNotLost() {
        Projection p = Projection.of(months(1), 500);
        assertThat(p.pointKg()).isEqualTo(500);
    }

    @Test
    void warningsGoFromFactToPossibility() {
        Projection p = Projection.of(months(10, 20, 30), 60);
        assertThat(p.beside(59)).isEqualTo(Warning.OVER);
        assertThat(p.beside(60)).isEqualTo(Warning.LIKELY);
        assertThat(p.beside(240)).isEqualTo(Warning.POSSIBLE);
        assertThat(p.beside(500)).isEqualTo(Warning.NONE);
    }

    @Test
    void aYearHasTwelveMonths() {
        assertThatThrownBy(() -> Projection.of(new double[11], 0)).hasMessageContaining("12");
    }
}
