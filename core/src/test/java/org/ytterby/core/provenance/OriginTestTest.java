package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

class OriginTestTest {
    private static final double[] VARIANCES = filled(0.04);

    @Test
    void theExpectedCompositionItselfIsFullyPlausible() {
        Composition even = composition(1, 1, 0);
        assertThat(OriginTest.of(even, even, VARIANCES)).isEqualTo(new OriginTest(0, 2, 1));
    }

    @Test
    void twoElementsGiveTheExponentialTailOfTheSumOfSquares() {
        OriginTest test = OriginTest.of(composition(6, 4, 0), composition(5, 5, 0), VARIANCES);
        double statistic = (Math.pow(Math.log(1.2), 2) + Math.pow(Math.log(0.8), 2)) / 0.04;
        assertThat(test.statistic()).isCloseTo(statistic, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(Math.exp(-statistic / 2), within(1e-12));
    }

    @Test
    void anElementFoundWhereNoneIsExpectedIsMeasuredFromTheFloor() {
        OriginTest test = OriginTest.of(composition(1, 1, 0.02), composition(1, 1, 0), VARIANCES);
        double shrunk = Math.log(1 / 1.01);
        double risen = Math.log(0.02 / 2.02 / OriginTest.SHARE_FLOOR);
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.statistic())
                .isCloseTo((2 * shrunk * shrunk + risen * risen) / 0.04, within(1e-9));
        assertThat(test.pValue()).isLessThan(1e-100);
    }

    @Test
    void tracesAtOrBelowTheFloorTellNothing() {
        OriginTest test =
                OriginTest.of(composition(1, 1, 1e-4), composition(1, 1, 1e-7), VARIANCES);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.statistic()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aWiderVarianceMakesTheSameDeviationMorePlausible() {
        Composition found = composition(6, 4, 0);
        Composition expected = composition(5, 5, 0);
        assertThat(OriginTest.of(found, expected, filled(0.09)).pValue())
                .isGreaterThan(OriginTest.of(found, expected, VARIANCES).pValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aVarianceThatIsNotPositiveAndFiniteIsRefusedWhereTheElementTellsSomething(double wrong) {
        double[] variances = filled(0.04);
        variances[Element.Ce.ordinal()] = wrong;
        Composition even = composition(1, 1, 0);
        assertThatThrownBy(() -> OriginTest.of(even, even, variances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ce must be finite and > 0: " + wrong);
    }

    @Test
    void theVarianceOfAnElementThatTellsNothingIsNotLookedAt() {
        double[] variances = filled(0.04);
        variances[Element.Sc.ordinal()] = 0;
        Composition even = composition(1, 1, 0);
        assertThat(OriginTest.of(even, even, variances).degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void oneVarianceTooFewIsRefused() {
        Composition even = composition(1, 1, 0);
        assertThatThrownBy(() -> OriginTest.of(even, even, new double[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 values, not 16");
    }

    private static double[] filled(double variance) {
        double[] variances = new double[Element.COUNT];
        Arrays.fill(variances, variance);
        return variances;
    }

    private static Composition composition(double lanthanum, double cerium, double yttrium) {
        double[] parts = new double[Element.COUNT];
        parts[Element.La.ordinal()] = lanthanum;
        parts[Element.Ce.ordinal()] = cerium;
        parts[Element.Y.ordinal()] = yttrium;
        return Composition.closing(parts);
    }
}
