package org.ytterby.core.plan.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.ytterby.core.testing.Property;

class RankingTest {
    @Test
    void whoeverIsBestOnALineIsEfficient() {
        double[][] performance = {{1, 0.2}, {0.2, 1}, {0.5, 0.5}, {0.6, 0.6}, {0.3, 0.3}};
        assertThat(Envelopment.efficiencies(performance))
                .containsExactly(new double[] {1, 1, 5 / 6.0, 1, 0.5}, within(1e-9));
        assertThat(Envelopment.efficiencies(new double[][] {{0, 0}, {0, 0}})).containsExactly(0, 0);
        assertThatThrownBy(() -> Envelopment.efficiencies(new double[Envelopment.UNITS_MAX + 1][1]))
                .hasMessageContaining("2000");
    }

    @Test
    void envelopmentAgreesWithAGeneralSolver() {
        Property.forAll(
                60,
                random -> {
                    double[][] performance = performance(random);
                    double[] found = Envelopment.efficiencies(performance);
                    for (int i = 0; i < found.length; i++) {
                        assertThat(found[i])
                                .isCloseTo(solved(performance, performance[i]), within(1e-6));
                    }
                });
    }

    private static double[][] performance(RandomGenerator random) {
        int lines = random.nextInt(1, 6);
        double[][] performance = new double[random.nextInt(1, 12)][lines];
        for (double[] row : performance) {
            for (int j = 0; j < lines; j++) {
                row[j] = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 101) / 100.0;
            }
        }
        return performance;
    }

    private static double solved(double[][] performance, double[] unit) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> weights = new ArrayList<>();
        for (double y : unit) {
            weights.add(model.newVariable("w" + weights.size()).lower(0.0).upper(1e6).weight(y));
        }
        for (int k = 0; k < performance.length; k++) {
            Expression limit = model.newExpression("unit" + k).upper(1.0);
            for (int j = 0; j < unit.length; j++) {
                limit.set(weights.get(j), performance[k][j]);
            }
        }
        return model.maximise().getValue();
    }

    @Test
    void linesOnWhichAllAreEqualWeighNothing() {
        EntropyTopsis answer = EntropyTopsis.of(new double[][] {{1, 0.5}, {1, 1}, {1, 0.1}});
        assertThat(answer.weights()).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(answer.closeness())
                .containsExactly(new double[] {0.4 / 0.9, 1, 0}, within(1e-12));
    }

    @Test
    void aWorkedExampleOfEntropyAndTopsisAgrees() {
        // p = 1/4, 3/4 and 1/2, 1/2: entropies 0.811278 and 1
        EntropyTopsis answer = EntropyTopsis.of(new double[][] {{1, 2}, {3, 2}});
        assertThat(answer.weights()).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(answer.closeness()).containsExactly(0, 1);
        EntropyTopsis none = EntropyTopsis.of(new double[][] {{1, 1}});
        assertThat(none.weights()).containsExactly(0.5, 0.5);
        assertThat(none.closeness()).containsExactly(1);
    }
}
