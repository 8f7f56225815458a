package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureFitTest {
    private static final double[] LIGHT = {0.7, 0.2, 0.1};
    private static final double[] HEAVY = {0.1, 0.1, 0.8};
    private static final double[] ASSAYED = {0.55, 0.175, 0.275};
    private static final double[] SIGMA = {0.03, 0.03, 0.08};

    @Test
    void threeToOneOfTwoSourcesIsFoundAsThreeQuartersAndOne() {
        MixtureFit fit = MixtureFit.of(ASSAYED, List.of(LIGHT, HEAVY), SIGMA);
        assertThat(fit.fraction(0)).isCloseTo(0.75, within(1e-12));
        assertThat(fit.fraction(1)).isCloseTo(0.25, within(1e-12));
        assertThat(fit.sum()).isCloseTo(1, within(1e-12));
        assertThat(fit.residualChiSquare()).isCloseTo(0, within(1e-12));
        assertThat(fit.degreesOfFreedom()).isEqualTo(1);
        assertThat(fit.plausibility().orElseThrow()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSourceThatWouldHaveToBeTakenAwayIsLeftOut() {
        MixtureFit fit =
                MixtureFit.of(new double[] {0.8, 0.19, 0.01}, List.of(LIGHT, HEAVY), SIGMA);
        assertThat(fit.fraction(1)).isEqualTo(0);
        assertThat(fit.used()).isEqualTo(1);
        assertThat(fit.sources()).isEqualTo(2);
        assertThat(fit.degreesOfFreedom()).isEqualTo(2);
        assertThat(fit.plausibility().orElseThrow()).isLessThan(1e-6);
    }

    @Test
    void asManySourcesAsPartsLeaveNothingToJudgeBy() {
        MixtureFit fit =
                MixtureFit.of(
                        new double[] {0.5, 0.5},
                        List.of(new double[] {1, 0}, new double[] {0, 1}),
                        new double[] {0.1, 0.1});
        assertThat(fit.degreesOfFreedom()).isZero();
        assertThat(fit.plausibility()).isEmpty();
    }

    @Test
    void theSameSourceTwiceIsUsedOnce() {
        MixtureFit fit = MixtureFit.of(LIGHT, List.of(LIGHT, LIGHT), SIGMA);
        assertThat(fit.used()).isEqualTo(1);
        assertThat(fit.sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aMixtureOfNoSourcesIsRefused() {
        assertRefused(ASSAYED, List.of(), SIGMA, "no source");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void anAssayedShareThatIsNotPositiveAndFiniteIsRefused(double share) {
        assertRefused(new double[] {0.5, 0.5, share}, List.of(LIGHT), SIGMA, "assayed shares");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSigmaThatIsNotPositiveAndFiniteIsRefused(double sigma) {
        assertRefused(ASSAYED, List.of(LIGHT), new double[] {0.1, 0.1, sigma}, "sigmas");
    }

    @Test
    void oneSigmaTooFewIsRefused() {
        assertRefused(ASSAYED, List.of(LIGHT), new double[] {0.1, 0.1}, "2 values, not 3");
    }

    @Test
    void aSourceWithAnotherNumberOfPartsIsRefused() {
        assertRefused(ASSAYED, List.of(LIGHT, new double[] {1}), SIGMA, "1 values, not 3");
    }

    @Test
    void aSourceWithANegativePartIsRefused() {
        assertRefused(ASSAYED, List.of(new double[] {1, -1, 1}), SIGMA, "-1.0");
    }

    @Test
    void aSourceOfNothingIsRefused() {
        assertRefused(ASSAYED, List.of(LIGHT, new double[3]), SIGMA, "sum to 0.0");
    }

    private static void assertRefused(
            double[] assayed, List<double[]> sources, double[] sigma, String reason) {
        assertThatThrownBy(() -> MixtureFit.of(assayed, sources, sigma))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
