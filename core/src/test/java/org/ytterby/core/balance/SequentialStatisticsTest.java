package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class SequentialStatisticsTest {
    private static final double[] NOTHING = {};

    @Test
    void independentPeriodsAreDividedByTheirSigma() {
        SequentialStatistics s =
                SequentialStatistics.of(new double[] {6, -8}, new double[][] {{9, 0}, {0, 16}});
        assertThat(s.sitmuf()).containsExactly(2, -2);
        assertThat(s.sigma()).containsExactly(3, 4);
        assertThat(s.cumulativeSigma()).containsExactly(3, 5);
        assertThat(s.gemuf()).containsExactly(4, 8);
    }

    @Test
    void aPeriodIsJudgedGivenTheEarlierOnes() {
        // Σ = LLᵀ with L = (2 0; -1 3)
        SequentialStatistics s =
                SequentialStatistics.of(new double[] {4, 4}, new double[][] {{4, -2}, {-2, 10}});
        assertThat(s.sitmuf()).containsExactly(2, 2);
        assertThat(s.cumulativeSigma()).containsExactly(2, Math.sqrt(10));
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        SequentialStatistics s =
                SequentialStatistics.of(new double[] {4, 4}, new double[][] {{4, 99}, {-2, 10}});
        assertThat(s.sitmuf()).containsExactly(2, 2);
    }

    @Test
    void pageSumsWhatExceedsTheReferenceAndNeverFallsBelowZero() {
        SequentialStatistics s =
                SequentialStatistics.of(
                        new double[] {-1, 2, 0.25, -3},
                        new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        assertThat(s.pageLoss(0.5)).containsExactly(0, 1.5, 1.25, 0);
        assertThat(s.pageGain(0.5)).containsExactly(0.5, 0, 0, 2.5);
        assertThat(s.pageLoss(0)).containsExactly(0, 2, 2.25, 0);
    }

    @Test
    void aPeriodWithoutUncertaintyIsLeftOutAndPageIsCarriedOver() {
        SequentialStatistics s =
                SequentialStatistics.of(
                        new double[] {3, 5, 3}, new double[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 1}});
        assertThat(s.sitmuf()).containsExactly(3, Double.NaN, 3);
        assertThat(s.pageLoss(0.5)).containsExactly(2.5, 2.5, 5);
        assertThat(s.gemuf()).containsExactly(9, 9, 18);
    }

    @Test
    void aPeriodThatFollowsFromTheEarlierOnesIsLeftOut() {
        SequentialStatistics s =
                SequentialStatistics.of(
                        new double[] {1, -1, 2},
                        new double[][] {{1, -1, 0}, {-1, 1, 0}, {0, 0, 4}});
        assertThat(s.sitmuf()).containsExactly(1, Double.NaN, 1);
    }

    @Test
    void withoutAnyUncertaintyNothingIsStandardised() {
        SequentialStatistics s = SequentialStatistics.of(new double[] {1}, new double[][] {{0}});
        assertThat(s.sitmuf()).containsExactly(Double.NaN);
        assertThat(s.sigma()).containsExactly(0);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(SequentialStatistics.of(NOTHING, new double[0][]).sitmuf()).isEmpty();
    }

    @Test
    void theFactorTimesTheSitmufGivesTheDifferencesBack() {
        Property.forAll(
                200,
                random -> {
                    int n = random.nextInt(1, 12);
                    double[][] l = new double[n][n];
                    double[] y = new double[n];
                    double[] d = new double[n];
                    double[][] sigma = new double[n][n];
                    for (int i = 0; i < n; i++) {
                        y[i] = random.nextGaussian();
                        for (int j = 0; j <= i; j++) {
                            l[i][j] = i == j ? 1 + random.nextDouble() : random.nextGaussian();
                            d[i] += l[i][j] * y[j];
                        }
                    }
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            for (int k = 0; k < n; k++) {
                                sigma[i][j] += l[i][k] * l[j][k];
                            }
                        }
                    }
                    assertThat(SequentialStatistics.of(d, sigma).sitmuf())
                            .containsExactly(y, within(1e-6));
                });
    }
}
