package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ytterby.core.testing.Property;

class WaterFillingProperties {
    private static final int TRIES = 1500;
    private static final int SOLVER_TRIES = 120;
    private static final double EXACT = 1e-6;

    @Test
    void totalsBoundsAndBandsHold() {
        Property.forAll(
                TRIES,
                random -> {
                    WaterFilling.Task task = RandomTask.draw(random, 40, 6);
                    double[] x = WaterFilling.of(task).exact();
                    assertThat(RandomTask.held(task, x, 0)).isCloseTo(task.total(), within(EXACT));
                    for (int i = 0; i < x.length; i++) {
                        assertThat(x[i]).isBetween((double) task.floors()[i], high(task, i));
                    }
                    for (int v = 1; v < task.tree().size(); v++) {
                        assertThat(RandomTask.held(task, x, v))
                                .isBetween(task.tree().min(v) - EXACT, task.tree().max(v) + EXACT);
                    }
                });
    }

    @Test
    void agreesWithHalving() {
        Property.forAll(
                TRIES,
                random -> {
                    WaterFilling.Task task = RandomTask.draw(random, 20, 5);
                    assertThat(WaterFilling.of(task).exact())
                            .containsExactly(Bisection.exact(task), within(EXACT));
                });
    }

    @Test
    void agreesWithAGeneralSolverOfQuadraticPrograms() {
        Property.forAll(
                SOLVER_TRIES,
                random -> {
                    WaterFilling.Task task = RandomTask.draw(random, 30, 4);
                    double[] solved = solved(task);
                    double[] x = WaterFilling.of(task).exact();
                    double tolerance = 1e-5 * (1 + task.total());
                    assertThat(x).containsExactly(solved, within(tolerance));
                    assertThat(cost(task, x)).isLessThanOrEqualTo(cost(task, solved) + tolerance);
                });
    }

    @Test
    void wholeTonnesCloseInsideWholeBounds() {
        Property.forAll(
                TRIES,
                random -> {
                    WaterFilling.Task task = RandomTask.draw(random, 40, 6);
                    double[] x = WaterFilling.of(task).exact();
                    List<Rounding.Tie> ties = new ArrayList<>();
                    for (int i = 0; i < x.length; i++) {
                        ties.add(new Rounding.Tie(random.nextDouble(), 0, "e" + i));
                    }
                    long[] whole = Rounding.of(task, x, ties);
                    double[] asDoubles = new double[whole.length];
                    for (int i = 0; i < whole.length; i++) {
                        asDoubles[i] = whole[i];
                        assertThat(whole[i]).isBetween(task.floors()[i], (long) high(task, i));
                        assertThat(Math.abs(whole[i] - x[i])).isLessThan(1 + EXACT);
                    }
                    assertThat(RandomTask.held(task, asDoubles, 0)).isEqualTo(task.total());
                    for (int v = 1; v < task.tree().size(); v++) {
                        assertThat(RandomTask.held(task, asDoubles, v))
                                .isBetween(
                                        (double) task.tree().min(v), (double) task.tree().max(v));
                    }
                });
    }

    private static double high(WaterFilling.Task task, int i) {
        return task.weights()[i] > 0 ? task.ceilings()[i] : task.floors()[i];
    }

    private static double cost(WaterFilling.Task task, double[] x) {
        double cost = 0;
        for (int i = 0; i < x.length; i++) {
            double w = task.weights()[i];
            cost += w > 0 ? (x[i] - w) * (x[i] - w) / w : 0;
        }
        return cost;
    }

    private static double[] solved(WaterFilling.Task task) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression cost = model.newExpression("cost").weight(1.0);
        List<Variable> x = new ArrayList<>();
        for (int i = 0; i < task.weights().length; i++) {
            Variable v =
                    model.newVariable("x" + i)
                            .lower((double) task.floors()[i])
                            .upper(high(task, i));
            x.add(v);
            if (task.weights()[i] > 0) {
                cost.set(v, v, 1 / task.weights()[i]);
                cost.set(v, -2.0);
            }
        }
        for (int node = 0; node < task.tree().size(); node++) {
            Expression held = model.newExpression("held" + node);
            for (int i = 0; i < x.size(); i++) {
                double[] one = new double[x.size()];
                one[i] = 1;
                if (RandomTask.held(task, one, node) > 0) {
                    held.set(x.get(i), 1.0);
                }
            }
            if (node == 0) {
                held.level((double) task.total());
            } else {
                held.lower((double) task.tree().min(node));
                held.upper((double) task.tree().max(node));
            }
        }
        Optimisation.Result result = model.minimise();
        assertThat(result.getState().isFeasible()).isTrue();
        double[] solved = new double[x.size()];
        for (int i = 0; i < solved.length; i++) {
            solved[i] = result.doubleValue(i);
        }
        return solved;
    }
}
