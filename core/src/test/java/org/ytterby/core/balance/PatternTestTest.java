package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class PatternTestTest {
    private static final double[][] INDEPENDENT = {{4, 0}, {0, 9}};
    private static final double LEVEL = 0.05;

    private static PatternTest.Pattern pattern(double weight, double[]... blocks) {
        return new PatternTest.Pattern(blocks, weight);
    }

    private static double[] block(double... kg) {
        return kg;
    }

    private static PatternTest oneBlock(double[][] covariance, PatternTest.Pattern... patterns) {
        return new PatternTest(Whitening.of(covariance), List.of(patterns));
    }

    @Test
    void aPatternAloneIsTestedByItsBestLinearCombination() {
        PatternTest test = oneBlock(INDEPENDENT, pattern(1, block(1, 1)));
        // uᵀΣ⁻¹d = 3/4 + 2/9, uᵀΣ⁻¹u = 1/4 + 1/9
        PatternTest.Strongest found = test.strongest(new double[] {3, 2}, 1);
        assertThat(found.z()).isCloseTo((3 / 4.0 + 2 / 9.0) / Math.sqrt(13 / 36.0), within(1e-12));
        assertThat(found.logBound())
                .isCloseTo(Math.log(Estimate.upperTail(found.z())), within(1e-12));
        assertThat(test.strength(0)).isCloseTo(Math.sqrt(13 / 36.0), within(1e-12));
        assertThat(test.probability(found.logBound()))
                .isCloseTo(Estimate.upperTail(found.z()), Percentage.withPercentage(1e-6));
    }

    @Test
    void theOtherSideSeesNothing() {
        PatternTest test = oneBlock(INDEPENDENT, pattern(1, block(1, 1)));
        PatternTest.Strongest found = test.strongest(new double[] {3, 2}, -1);
        assertThat(found.logBound()).isZero();
        assertThat(test.probability(found.logBound())).isEqualTo(1);
    }

    @Test
    void aLossThatBeginsLateIsSeenInTheRunToTheEnd() {
        double[][] covariance = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        double[] steady = {1};
        PatternTest test = oneBlock(covariance, pattern(1, steady, steady, steady, steady));
        PatternTest.Strongest found = test.strongest(new double[] {0, 0, 5, 5}, 1);
        assertThat(found.from()).isEqualTo(2);
        assertThat(found.to()).isEqualTo(4);
        assertThat(found.z()).isCloseTo(10 / Math.sqrt(2), within(1e-12));
    }

    /// Against the definition `√(uᵀΣ⁻¹u)`, run by run.
    @Test
    void theStrengthOfEveryRunIsThatOfItsBlocksTogether() {
        Property.forAll(
                20,
                random -> {
                    int blocks = 1 + random.nextInt(6);
                    double[][] covariance = covariance(root(blocks, random));
                    double[][] kg = new double[blocks][1];
                    for (double[] block : kg) {
                        block[0] = random.nextDouble();
                    }
                    Whitening whitening = Whitening.of(covariance);
                    PatternTest test = new PatternTest(whitening, List.of(pattern(1, kg)));
                    for (int i = 0; i < test.runs().size(); i++) {
                        Run run = test.runs().get(i);
                        double[] flow = new double[blocks];
                        for (int b = run.from(); b < run.to(); b++) {
                            flow[b] = kg[b][0];
                        }
                        double sum = 0;
                        for (double white : whitening.apply(flow)) {
                            sum += white * white;
                        }
                        assertThat(test.strength(i, 0)).isCloseTo(Math.sqrt(sum), within(1e-9));
                    }
                });
    }

    @Test
    void weightsOfAllRunsSumToThatOfThePattern() {
        for (int blocks = 1; blocks <= 13; blocks++) {
            assertThat(Run.all(blocks).stream().mapToDouble(Run::weight).sum())
                    .as("%d blocks", blocks)
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void alarmsThatAreTheSameAreCountedOnce() {
        PatternTest test =
                oneBlock(INDEPENDENT, pattern(0.7, block(1, 1)), pattern(0.3, block(2, 2)));
        assertThat(test.probability(Math.log(LEVEL)))
                .isCloseTo(0.7 * LEVEL, Percentage.withPercentage(4));
    }

    @Test
    void independentAlarmsShareOnlyWhatHappensByChance() {
        PatternTest test =
                oneBlock(INDEPENDENT, pattern(0.5, block(1, 0)), pattern(0.5, block(0, 1)));
        double each = LEVEL / 2;
        assertThat(test.probability(Math.log(LEVEL)))
                .isCloseTo(1 - (1 - each) * (1 - each), Percentage.withPercentage(2));
    }

    @Test
    void aPatternThatCannotShowTakesNoPartInTheAlarms() {
        PatternTest test =
                oneBlock(INDEPENDENT, pattern(0.5, block(1, 0)), pattern(0.5, block(0, 0)));
        assertThat(test.probability(Math.log(LEVEL)))
                .isCloseTo(LEVEL / 2, Percentage.withPercentage(1e-6));
    }

    @Test
    void weakEvidenceKeepsItsBound() {
        PatternTest test = oneBlock(INDEPENDENT, pattern(1, block(1, 1)));
        assertThat(test.probability(Math.log(0.3))).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void theProbabilityIsThatOfASimulation() {
        Property.forAll(6, PatternTestTest::agreesWithSimulation);
    }

    private static double[][] root(int n, RandomGenerator random) {
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                root[i][j] = i == j ? 1 + random.nextDouble() : random.nextDouble() - 0.5;
            }
        }
        return root;
    }

    private static double[][] covariance(double[][] root) {
        int n = root.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[i][j] += root[i][k] * root[j][k];
                }
            }
        }
        return covariance;
    }

    private static void agreesWithSimulation(RandomGenerator random) {
        int blocks = 2 + random.nextInt(4);
        int width = 1 + random.nextInt(3);
        int n = blocks * width;
        double[][] root = root(n, random);
        double[][] covariance = covariance(root);
        PatternTest.Pattern[] patterns = new PatternTest.Pattern[3];
        for (int p = 0; p < patterns.length; p++) {
            double[][] kg = new double[blocks][width];
            for (double[] block : kg) {
                for (int c = 0; c < width; c++) {
                    block[c] = random.nextDouble();
                }
            }
            patterns[p] = pattern(1.0 / patterns.length, kg);
        }
        PatternTest test = oneBlock(covariance, patterns);
        double logBound = Math.log(0.1);
        int draws = 20_000;
        int alarms = 0;
        for (int i = 0; i < draws; i++) {
            double[] d = new double[n];
            for (int k = 0; k < n; k++) {
                double normal = random.nextGaussian();
                for (int j = k; j < n; j++) {
                    d[j] += root[j][k] * normal;
                }
            }
            alarms += test.strongest(d, 1).logBound() <= logBound ? 1 : 0;
        }
        double expected = (double) alarms / draws;
        // four standard errors of the simulation, and as many of the 256 draws of the product
        double allowed = 4 * Math.sqrt(expected / draws) + 4 * 0.03 * expected;
        assertThat(test.probability(logBound)).isCloseTo(expected, within(allowed));
    }
}
