package org.ytterby.core.provenance;

import java.util.BitSet;
import java.util.Optional;

/// The combination of columns, none taken negatively, that comes closest to a target.
///
/// The active-set method of C. L. Lawson and R. J. Hanson, Solving Least Squares Problems, 1974,
/// chapter 23, algorithm NNLS. Cost: O(rows · columns²) per column taken in. Used by one thread.
final class NonNegativeLeastSquares {
    /// How often the method tries a column, per column given, before it counts as failed. Lawson
    /// and Hanson stop at three; a try costs little.
    static final int TRIES_PER_COLUMN = 10;

    private final double[][] columns;
    private final double[] target;
    private final double[] x;
    private final BitSet taken = new BitSet();

    private NonNegativeLeastSquares(double[][] columns, double[] target) {
        this.columns = columns;
        this.target = target;
        this.x = new double[columns.length];
    }

    /// The coefficients `x >= 0` that minimise `|columns · x - target|`.
    ///
    /// @param columns each as long as `target`, of finite values
    /// @return one coefficient per column; with dependent columns one of several minimisers
    /// @throws ArithmeticException if rounding keeps the method from settling
    static double[] solution(double[][] columns, double[] target) {
        return new NonNegativeLeastSquares(columns, target).minimised();
    }

    /// What the combination leaves of the target.
    static double[] residual(double[][] columns, double[] target, double[] x) {
        double[] residual = target.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= columns[j][i] * x[j];
            }
        }
        return residual;
    }

    private double[] minimised() {
        BitSet refused = new BitSet();
        int tries = TRIES_PER_COLUMN * columns.length;
        for (int i = 0; i < tries; i++) {
            int candidate = steepest(refused);
            if (candidate < 0) {
                return x;
            }
            taken.set(candidate);
            Optional<double[]> unconstrained = takenSolution();
            if (unconstrained.isPresent() && unconstrained.get()[candidate] > 0) {
                refused.clear();
                moveTowards(unconstrained.get());
            } else {
                // Rounding made a column look useful that the taken ones already span.
                taken.clear(candidate);
                refused.set(candidate);
            }
        }
        throw unsettled();
    }

    private ArithmeticException unsettled() {
        return new ArithmeticException(
                "the fit of " + columns.length + " columns did not settle: " + taken + " taken");
    }

    /// The column along which the residual shrinks fastest, or -1 when none makes it smaller.
    private int steepest(BitSet refused) {
        double[] residual = residual(columns, target, x);
        double rounding =
                10
                        * Math.ulp(1.0)
                        * Math.max(columns.length, target.length)
                        * LeastSquares.norm(target);
        int steepest = -1;
        double slopeMax = 0;
        for (int j = 0; j < columns.length; j++) {
            double slope = LeastSquares.dot(columns[j], residual);
            boolean isOpen = !taken.get(j) && !refused.get(j);
            if (isOpen && slope > slopeMax && slope > rounding * LeastSquares.norm(columns[j])) {
                steepest = j;
                slopeMax = slope;
            }
        }
        return steepest;
    }

    /// Walks to the unconstrained solution, and drops each column that would turn negative on the
    /// way; every round drops at least one.
    private void moveTowards(double[] unconstrained) {
        double[] goal = unconstrained;
        for (int rounds = taken.cardinality(); rounds > 0 && !isFeasible(goal); rounds--) {
            stepUntilBlocked(goal);
            goal = takenSolution().orElseThrow(this::unsettled);
        }
        System.arraycopy(goal, 0, x, 0, x.length);
    }

    private boolean isFeasible(double[] goal) {
        return taken.stream().allMatch(j -> goal[j] > 0);
    }

    private void stepUntilBlocked(double[] goal) {
        double step = 1;
        int blocking = -1;
        for (int j = taken.nextSetBit(0); j >= 0; j = taken.nextSetBit(j + 1)) {
            double reach = x[j] / (x[j] - goal[j]);
            if (goal[j] <= 0 && (blocking < 0 || reach < step)) {
                step = reach;
                blocking = j;
            }
        }
        for (int j = taken.nextSetBit(0); j >= 0; j = taken.nextSetBit(j + 1)) {
            x[j] += step * (goal[j] - x[j]);
            if (j == blocking || x[j] <= 0) {
                x[j] = 0;
                taken.clear(j);
            }
        }
    }

    /// The unconstrained solution on the taken columns, 0 for the others; empty if dependent.
    private Optional<double[]> takenSolution() {
        int[] indices = taken.stream().toArray();
        double[][] chosen = new double[indices.length][];
        for (int k = 0; k < indices.length; k++) {
            chosen[k] = columns[indices[k]];
        }
        return LeastSquares.solution(chosen, target).map(found -> spread(found, indices));
    }

    private double[] spread(double[] found, int[] indices) {
        double[] all = new double[columns.length];
        for (int k = 0; k < indices.length; k++) {
            all[indices[k]] = found[k];
        }
        return all;
    }
}
