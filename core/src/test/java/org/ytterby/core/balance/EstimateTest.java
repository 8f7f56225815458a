package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @ParameterizedTest
    // SciPy 1.17.1, stats.norm.sf
    @CsvSource({
        "0,    0.5",
        "1,    0.15865525393145707",
        "-1,   0.8413447460685429",
        "1.6448536269514722, 0.05",
        "3,    0.0013498980316300933",
        "6,    9.865876450376946e-10",
        "20,   2.7536241186061556e-89",
        "37,   5.7255712225239266e-300"
    })
    void upperTailsAreThoseOfTheNormalDistribution(double z, double p) {
        assertThat(Estimate.upperTail(z)).isCloseTo(p, Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    // SciPy 1.17.1, stats.norm.logsf
    @CsvSource({
        "0,     -0.6931471805599453",
        "20,    -203.9171553710973",
        "30,    -454.32124395634327",
        "40,    -804.6084420137539",
        "100,   -5005.524208694205",
        "10000, -50000010.12927892"
    })
    void logarithmsOfTailsHoldWhereTheTailUnderflows(double z, double log) {
        assertThat(Estimate.logUpperTail(z)).isCloseTo(log, Percentage.withPercentage(1e-6));
    }

    @Test
    void logarithmsOfTailsFallWithoutAStep() {
        double before = Estimate.logUpperTail(29);
        for (double z = 29.01; z < 31; z += 0.01) {
            double here = Estimate.logUpperTail(z);
            assertThat(here).isLessThan(before).isCloseTo(before, within(0.4));
            before = here;
        }
    }

    @Test
    void aQuantileIsExceededWithItsProbability() {
        for (double p : new double[] {1e-12, 1e-6, 0.05, 0.5, 0.95}) {
            assertThat(Estimate.upperTail(Estimate.quantile(p)))
                    .isCloseTo(p, Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void withoutUncertaintyTheProbabilityIsZeroOnlyIfTheBoundIsExceeded() {
        assertThat(new Estimate(5, 0).pAbove(4)).isZero();
        assertThat(new Estimate(5, 0).pAbove(5)).isEqualTo(1);
        assertThat(new Estimate(5, 0).pAbove(6)).isEqualTo(1);
    }

    @Test
    void withoutUncertaintyLessThanHalfAMilligramIsRounding() {
        assertThat(new Estimate(0.1 + 0.2, 0).pAbove(0.3)).isEqualTo(1);
        assertThat(new Estimate(5.000_001, 0).pAbove(5)).isZero();
        assertThat(new Estimate(1e-10, 0).pTwoSided()).isEqualTo(1);
        assertThat(new Estimate(1e-10, 1e-13).pAbove(0)).isGreaterThan(0.4);
    }

    @Test
    void withoutUncertaintyAnyDifferenceIsReal() {
        assertThat(new Estimate(-5, 0).pTwoSided()).isZero();
        assertThat(new Estimate(0, 0).pTwoSided()).isEqualTo(1);
    }

    @Test
    void anEstimateAtTheBoundIsAsLikelyAboveAsBelow() {
        assertThat(new Estimate(5, 2).pAbove(5)).isEqualTo(0.5);
    }

    @Test
    void twoSidedIsTwiceTheTailAndNeverAboveOne() {
        assertThat(new Estimate(-3, 1).pTwoSided()).isCloseTo(0.0026997960632601866, within(1e-12));
        assertThat(new Estimate(0, 1).pTwoSided()).isEqualTo(1);
    }

    @Test
    void oxideFactorsStandInTableOrder() {
        assertThat(Estimate.oxideFactors()).hasSize(16).startsWith(1.172769, 1.228368);
    }
}
