package org.ytterby.core.plan.opinion;

import java.util.ArrayList;
import java.util.List;

/// Data envelopment with one input that is the same for all: how near each comes to the best of the
/// others if it may choose the weights itself ("benefit of the doubt").
///
/// `max Σ w_j·y_j` under `Σ w_j·y_kj <= 1` for everybody and `w >= 0`, by the simplex method with
/// Bland's rule. With few enterprises and many lines nearly all come out at 1: an opinion, no
/// ground for a plan. O(n · frontier · lines · pivots). Source: Charnes, Cooper and Rhodes,
/// European Journal of Operational Research 2 (1978) 429; Cherchye et al., Social Indicators
/// Research 82 (2007) 111.
public final class Envelopment {
    /// Beyond this the answer is left out.
    public static final int UNITS_MAX = 2_000;

    private static final double ZERO = 1e-12;

    private Envelopment() {}

    /// Of each unit its efficiency, 0 to 1.
    ///
    /// @param performance of each unit on each line, 0 or more, more is better
    /// @throws IllegalArgumentException for over [#UNITS_MAX] units
    public static double[] efficiencies(double[][] performance) {
        if (performance.length > UNITS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + UNITS_MAX + " units, not " + performance.length);
        }
        double[][] frontier = undominated(performance);
        double[] found = new double[performance.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = Math.clamp(best(frontier, performance[i]), 0, 1);
        }
        return found;
    }

    /// Units that no other equals or beats on every line: only they bind.
    private static double[][] undominated(double[][] units) {
        List<double[]> kept = new ArrayList<>();
        for (int k = 0; k < units.length; k++) {
            boolean beaten = false;
            for (int l = 0; l < units.length && !beaten; l++) {
                beaten =
                        l != k
                                && covers(units[l], units[k])
                                && (l < k || !covers(units[k], units[l]));
            }
            if (!beaten) {
                kept.add(units[k]);
            }
        }
        return kept.toArray(double[][]::new);
    }

    private static boolean covers(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (a[j] < b[j]) {
                return false;
            }
        }
        return true;
    }

    /// The best that weights can do for one unit: a dictionary whose rows are the slacks.
    private static double best(double[][] frontier, double[] unit) {
        int rows = frontier.length;
        int columns = unit.length;
        double[][] table = new double[rows + 1][columns + 1];
        int[] basic = new int[rows];
        int[] free = new int[columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(frontier[r], 0, table[r], 0, columns);
            table[r][columns] = 1;
            basic[r] = columns + r;
        }
        for (int j = 0; j < columns; j++) {
            table[rows][j] = -unit[j];
            free[j] = j;
        }
        for (int enter = entering(table[rows], free);
                enter >= 0;
                enter = entering(table[rows], free)) {
            int leave = leaving(table, basic, enter);
            if (leave < 0) {
                throw new IllegalStateException("a unit is not covered by its own kind");
            }
            pivot(table, leave, enter);
            int left = basic[leave];
            basic[leave] = free[enter];
            free[enter] = left;
        }
        return table[rows][columns];
    }

    /// The variable of the least number that still gains; -1 at the best.
    private static int entering(double[] costs, int[] free) {
        int found = -1;
        for (int j = 0; j < free.length; j++) {
            if (costs[j] < -ZERO && (found < 0 || free[j] < free[found])) {
                found = j;
            }
        }
        return found;
    }

    private static int leaving(double[][] table, int[] basic, int enter) {
        int found = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < basic.length; r++) {
            if (table[r][enter] > ZERO) {
                double ratio = table[r][table[r].length - 1] / table[r][enter];
                boolean ties = found >= 0 && Math.abs(ratio - least) <= ZERO;
                if (ties ? basic[r] < basic[found] : ratio < least) {
                    found = r;
                    least = ratio;
                }
            }
        }
        return found;
    }

    private static void pivot(double[][] table, int row, int column) {
        double[] pivot = table[row];
        double by = 1 / pivot[column];
        for (int j = 0; j < pivot.length; j++) {
            pivot[j] *= by;
        }
        pivot[column] = by;
        for (int r = 0; r < table.length; r++) {
            double factor = table[r][column];
            if (r == row || Math.abs(factor) <= 0) {
                continue;
            }
            for (int j = 0; j < pivot.length; j++) {
                table[r][j] -= j == column ? 0 : factor * pivot[j];
            }
            table[r][column] = -factor * by;
        }
    }
}
