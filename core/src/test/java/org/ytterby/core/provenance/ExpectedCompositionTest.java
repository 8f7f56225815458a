package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

class ExpectedCompositionTest {
    private static final Composition LIGHT = lanthanumAndCerium(0.8, 0.2);
    private static final Composition EVEN = lanthanumAndCerium(0.5, 0.5);

    @Test
    void aSingleDepositKeepsItsCompositionAndItsSpreadForEveryElement() {
        ExpectedComposition expected =
                ExpectedComposition.of(List.of(new DepositShare(LIGHT, 0.15, 1)));
        double[] squared = new double[Element.COUNT];
        Arrays.fill(squared, 0.15 * 0.15);
        assertThat(expected.composition()).isEqualTo(LIGHT);
        assertThat(expected.lnVariances()).containsExactly(squared, within(1e-16));
    }

    @Test
    void aBlendMixesLinearlyAndAddsVariancesByWhatEachDepositSupplies() {
        ExpectedComposition expected =
                ExpectedComposition.of(
                        List.of(
                                new DepositShare(LIGHT, 0.1, 0.25),
                                new DepositShare(EVEN, 0.2, 0.75)));
        double lanthanum = 0.25 * 0.8 + 0.75 * 0.5;
        assertThat(expected.composition().share(Element.La)).isCloseTo(lanthanum, within(1e-15));
        assertThat(expected.lnVariances()[Element.La.ordinal()])
                .isCloseTo(
                        Math.pow(0.2 / lanthanum * 0.1, 2) + Math.pow(0.375 / lanthanum * 0.2, 2),
                        within(1e-15));
    }

    @Test
    void anElementThatIsNowhereVariesAsTheSameTraceEverywhere() {
        ExpectedComposition expected =
                ExpectedComposition.of(
                        List.of(
                                new DepositShare(LIGHT, 0.1, 0.5),
                                new DepositShare(EVEN, 0.1, 0.5)));
        assertThat(expected.lnVariances()[Element.Sc.ordinal()]).isCloseTo(0.005, within(1e-15));
    }

    @Test
    void aChangedCopyOfTheVariancesChangesNothing() {
        ExpectedComposition expected =
                ExpectedComposition.of(List.of(new DepositShare(LIGHT, 0.15, 1)));
        expected.lnVariances()[0] = 7;
        assertThat(expected.lnVariances()[0]).isLessThan(1);
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        List<DepositShare> half = List.of(new DepositShare(LIGHT, 0.15, 0.5));
        assertThatThrownBy(() -> ExpectedComposition.of(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 0.5");
    }

    @Test
    void aBlendOfNothingIsRefused() {
        assertThatThrownBy(() -> ExpectedComposition.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 0.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aWeightOutsideZeroToOneIsRefused(double weight) {
        assertThatThrownBy(() -> new DepositShare(LIGHT, 0.15, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight must be in 0..1: " + weight);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpreadThatIsNegativeOrNotFiniteIsRefused(double spread) {
        assertThatThrownBy(() -> new DepositShare(LIGHT, spread, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spread");
    }

    private static Composition lanthanumAndCerium(double lanthanum, double cerium) {
        double[] parts = new double[Element.COUNT];
        parts[Element.La.ordinal()] = lanthanum;
        parts[Element.Ce.ordinal()] = cerium;
        return Composition.closing(parts);
    }
}
