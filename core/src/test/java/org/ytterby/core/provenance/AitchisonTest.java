package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AitchisonTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void aTraceIsRaisedToTheFloorAndTheOthersKeepTheirRatio() {
        assertThat(Aitchison.closed(new double[] {60, 30, 0}, 0.1))
                .containsExactly(new double[] {0.6, 0.3, 0.1}, within(ROUNDING));
    }

    @Test
    void aShareThatFallsToTheFloorBecauseOthersAreRaisedIsRaisedToo() {
        // 0.201 of 1 would shrink to 0.161 when the zero takes 0.2.
        assertThat(Aitchison.closed(new double[] {0.799, 0.201, 0}, 0.2))
                .containsExactly(new double[] {0.6, 0.2, 0.2}, within(ROUNDING));
    }

    @Test
    void theLogRatiosOfEqualPartsAreZero() {
        assertThat(Aitchison.centredLogRatio(new double[] {7, 7, 7}))
                .containsExactly(new double[3], within(ROUNDING));
    }

    @Test
    void twoPartsInRatioEToTheTwoHaveLogRatiosOneAndMinusOne() {
        assertThat(Aitchison.centredLogRatio(new double[] {Math.exp(2), 1}))
                .containsExactly(new double[] {1, -1}, within(ROUNDING));
    }

    @Test
    void theSamePartsOnAnotherScaleAreAtDistanceZero() {
        assertThat(Aitchison.distance(new double[] {1, 2, 3}, new double[] {10, 20, 30}))
                .isCloseTo(0, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 0.5, 1, Double.NaN})
    void aFloorOutsideZeroToOneOverTheNumberOfPartsIsRefused(double floor) {
        assertThatThrownBy(() -> Aitchison.closed(new double[] {1, 1}, floor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("floor of 2 shares")
                .hasMessageContaining(Double.toString(floor));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPartThatIsNegativeOrNotFiniteIsNotClosed(double part) {
        assertThatThrownBy(() -> Aitchison.closed(new double[] {1, part}, 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts");
    }

    @Test
    void partsThatAreAllZeroAreNotClosed() {
        assertThatThrownBy(() -> Aitchison.closed(new double[2], 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 0.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPartThatIsNotPositiveAndFiniteHasNoLogRatio(double part) {
        assertThatThrownBy(() -> Aitchison.centredLogRatio(new double[] {1, part}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("> 0: " + part);
    }

    @Test
    void noPartsHaveNoLogRatio() {
        assertThatThrownBy(() -> Aitchison.centredLogRatio(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void compositionsOfDifferentLengthHaveNoDistance() {
        assertThatThrownBy(() -> Aitchison.distance(new double[] {1, 1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 values, not 2");
    }
}
