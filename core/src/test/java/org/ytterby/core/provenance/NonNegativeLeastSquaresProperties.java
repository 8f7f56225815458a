package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class NonNegativeLeastSquaresProperties {
    private static final int TRIES = 2000;
    private static final double TOLERANCE = 1e-9;

    @Test
    void noSubsetOfColumnsComesCloser() {
        Property.forAll(
                TRIES,
                random -> {
                    Problem problem = Problem.draw(random, 6, 8);
                    double best =
                            SubsetSearch.smallestSquaredResidual(problem.columns, problem.target);
                    assertThat(
                                    SubsetSearch.squaredResidual(
                                            problem.columns, problem.target, problem.solution()))
                            .isCloseTo(best, within(TOLERANCE));
                });
    }

    @Test
    void theSolutionMeetsTheConditionsOfKarushKuhnAndTucker() {
        Property.forAll(
                TRIES,
                random -> {
                    Problem problem = Problem.draw(random, 24, 20);
                    double[] x = problem.solution();
                    double[] residual =
                            NonNegativeLeastSquares.residual(problem.columns, problem.target, x);
                    double rounding = TOLERANCE * (1 + LeastSquares.norm(x));
                    for (int j = 0; j < x.length; j++) {
                        double slope = LeastSquares.dot(problem.columns[j], residual);
                        assertThat(x[j]).isNotNegative();
                        assertThat(slope).isLessThanOrEqualTo(rounding);
                        assertThat(x[j] > 0 ? slope : 0).isCloseTo(0, within(rounding));
                    }
                });
    }

    @Test
    void aMixtureOfIndependentColumnsIsFoundAgain() {
        Property.forAll(
                TRIES,
                random -> {
                    int count = random.nextInt(1, 8);
                    double[][] columns = gaussian(random, count, count + 8);
                    double[] mixed = random.doubles(count).map(a -> Math.max(0, a - 0.5)).toArray();
                    double[] target =
                            Arrays.stream(
                                            NonNegativeLeastSquares.residual(
                                                    columns, new double[count + 8], mixed))
                                    .map(value -> -value)
                                    .toArray();
                    assertThat(NonNegativeLeastSquares.solution(columns, target))
                            .containsExactly(mixed, within(TOLERANCE));
                });
    }

    /// Columns of any sign, more or fewer than rows, sometimes summed or nearly repeated.
    private static final class Problem {
        final double[][] columns;
        final double[] target;

        Problem(double[][] columns, double[] target) {
            this.columns = columns;
            this.target = target;
        }

        static Problem draw(RandomGenerator random, int columnsMax, int rowsMax) {
            int rows = random.nextInt(1, rowsMax + 1);
            double[][] columns = gaussian(random, random.nextInt(1, columnsMax + 1), rows);
            if (columns.length > 2 && random.nextBoolean()) {
                Arrays.setAll(columns[2], i -> columns[0][i] + 2 * columns[1][i]);
            }
            if (columns.length > 3 && random.nextBoolean()) {
                double apart = Math.pow(10, -random.nextDouble(4, 18));
                Arrays.setAll(columns[3], i -> columns[0][i] + apart * columns[3][i]);
            }
            return new Problem(columns, random.doubles(rows, -1, 3).toArray());
        }

        double[] solution() {
            return NonNegativeLeastSquares.solution(columns, target);
        }
    }

    private static double[][] gaussian(RandomGenerator random, int columns, int rows) {
        double[][] values = new double[columns][rows];
        for (double[] column : values) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        return values;
    }
}
