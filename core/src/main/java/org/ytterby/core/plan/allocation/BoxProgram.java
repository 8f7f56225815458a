package org.ytterby.core.plan.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The least `Σ (x_i - w_i)² ÷ 2w_i` with every `x_i` in its box and every row `Σ a_i·x_i` between
/// its bounds: what is left to solve where rows cross each other and a level alone does not do.
///
/// By its multipliers: `x_i = clamp(w_i · (1 + Σ a·y - shift_i), l_i, u_i)`. Rows are put right one
/// after the other, each exactly; after each round comes a Newton step on the rows that bind, cut
/// so that the dual value grows. O(rounds · (entries + rows³)); rounds are few. Source: Hildreth,
/// Naval Research Logistics Quarterly 4 (1957) 79; Bertsekas, Nonlinear Programming, section 6.
final class BoxProgram {
    private static final int ROUNDS_MAX = 20_000;
    private static final int STEPS_MAX = 200;
    private static final double MULTIPLIER_MAX = 1e9;
    private static final int HALVINGS_MAX = 60;
    private static final double RIDGE = 1e-13;
    private static final double ROW_TOLERANCE = 1e-9;

    /// @param shifts a box stays at its floor until its level passes this; 0 for ordinary boxes
    record Boxes(double[] weights, double[] floors, double[] ceilings, double[] shifts) {
        double at(int box, double level) {
            double w = weights[box];
            double wanted = w > 0 ? w * (level - shifts[box]) : floors[box];
            return Math.clamp(wanted, floors[box], ceilings[box]);
        }

        boolean isFree(int box, double level) {
            double wanted = weights[box] * (level - shifts[box]);
            return weights[box] > 0 && wanted > floors[box] && wanted < ceilings[box];
        }
    }

    /// Boxes with their factors, and the bounds of their sum.
    record Row(int[] boxes, double[] factors, double low, double high) {}

    /// @param x of each box
    /// @param multipliers of each row: above 0 where its lower bound binds, below where its upper
    /// @param isSolved whether all rows came within their bounds
    record Solution(double[] x, double[] multipliers, boolean isSolved) {}

    private final Boxes boxes;
    private final List<Row> rows;
    private final double[] levels;
    private final double[] multipliers;

    private BoxProgram(Boxes boxes, List<Row> rows) {
        this.boxes = boxes;
        this.rows = rows;
        levels = new double[boxes.weights().length];
        Arrays.fill(levels, 1);
        multipliers = new double[rows.size()];
    }

    static Solution solved(Boxes boxes, List<Row> rows) {
        BoxProgram program = new BoxProgram(boxes, rows);
        boolean solved = program.violation() <= 0;
        for (int round = 0; round < ROUNDS_MAX && !solved; round++) {
            for (int r = 0; r < rows.size(); r++) {
                program.putRight(r);
            }
            program.step();
            solved = program.violation() <= 0;
        }
        double[] x = new double[program.levels.length];
        Arrays.setAll(x, i -> boxes.at(i, program.levels[i]));
        return new Solution(x, program.multipliers, solved);
    }

    private double sum(Row row) {
        double sum = 0;
        for (int k = 0; k < row.boxes().length; k++) {
            int i = row.boxes()[k];
            sum += row.factors()[k] * boxes.at(i, levels[i]);
        }
        return sum;
    }

    /// By how much rows are off beyond what digits allow, all together.
    private double violation() {
        double off = 0;
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            double sum = sum(row);
            double slack = ROW_TOLERANCE * (1 + Math.abs(sum));
            off += Math.max(0, row.low() - sum - slack) + Math.max(0, sum - row.high() - slack);
            double bound = multipliers[r] > 0 ? row.low() : row.high();
            boolean loose = Math.abs(multipliers[r]) > 0 && Math.abs(sum - bound) > slack;
            off += loose ? Math.abs(sum - bound) : 0;
        }
        return off;
    }

    private void move(Row row, int r, double by) {
        multipliers[r] += by;
        for (int k = 0; k < row.boxes().length; k++) {
            levels[row.boxes()[k]] += by * row.factors()[k];
        }
    }

    /// Gives one row the multiplier that is right for it while the others stand still.
    private void putRight(int r) {
        Row row = rows.get(r);
        double was = multipliers[r];
        move(row, r, -was);
        double sum = sum(row);
        if (sum < row.low()) {
            seek(row, r, row.low(), 1);
        } else if (sum > row.high()) {
            seek(row, r, row.high(), -1);
        }
    }

    /// Moves a multiplier away from 0 until the row sums to a target: Newton inside a bracket.
    private void seek(Row row, int r, double target, int sign) {
        double near = 0;
        double far = sign;
        move(row, r, far);
        while (sign * (target - sum(row)) > 0 && Math.abs(far) < MULTIPLIER_MAX) {
            near = far;
            move(row, r, far);
            far *= 2;
        }
        for (int step = 0; step < STEPS_MAX; step++) {
            double off = target - sum(row);
            double at = multipliers[r];
            if (Math.abs(off) <= ROW_TOLERANCE * ROW_TOLERANCE * (1 + Math.abs(target))) {
                return;
            }
            if (sign * off > 0) {
                near = at;
            } else {
                far = at;
            }
            double slope = slope(row);
            double next = slope > 0 ? at + off / slope : Double.NaN;
            boolean inside = next > Math.min(near, far) && next < Math.max(near, far);
            double middle = inside ? next : (near + far) / 2;
            if (Math.abs(middle - at) <= Math.ulp(at)) {
                return;
            }
            move(row, r, middle - at);
        }
    }

    private double slope(Row row) {
        double slope = 0;
        for (int k = 0; k < row.boxes().length; k++) {
            int i = row.boxes()[k];
            double a = row.factors()[k];
            slope += boxes.isFree(i, levels[i]) ? a * a * boxes.weights()[i] : 0;
        }
        return slope;
    }

    /// A Newton step on all rows that bind, as far as the dual value grows.
    private void step() {
        int[] binding =
                IntStream.range(0, rows.size()).filter(r -> Math.abs(multipliers[r]) > 0).toArray();
        double[] change = eliminated(system(binding));
        double[] levelsBefore = levels.clone();
        double[] before = multipliers.clone();
        double value = dualValue();
        double length = change.length == 0 ? 0 : 1;
        for (int halving = 0; halving < HALVINGS_MAX && length > 0; halving++) {
            for (int p = 0; p < binding.length; p++) {
                int r = binding[p];
                Row row = rows.get(r);
                double wanted = before[r] + length * change[p];
                boolean flips = before[r] * wanted < 0 && row.high() > row.low();
                move(row, r, (flips ? 0 : wanted) - multipliers[r]);
            }
            if (dualValue() > value) {
                return;
            }
            System.arraycopy(levelsBefore, 0, levels, 0, levels.length);
            System.arraycopy(before, 0, multipliers, 0, before.length);
            length /= 2;
        }
    }

    /// How the sums of rows that bind answer to their multipliers, and how far they are off. A
    /// ridge lets rows that depend on each other pass: the step is then long, and is cut.
    private double[][] system(int[] binding) {
        double[][] system = new double[binding.length][binding.length + 1];
        double[] dense = new double[levels.length];
        for (int p = 0; p < binding.length; p++) {
            Row row = rows.get(binding[p]);
            Arrays.fill(dense, 0);
            for (int k = 0; k < row.boxes().length; k++) {
                int i = row.boxes()[k];
                dense[i] = boxes.isFree(i, levels[i]) ? row.factors()[k] * boxes.weights()[i] : 0;
            }
            for (int q = 0; q < binding.length; q++) {
                Row other = rows.get(binding[q]);
                for (int k = 0; k < other.boxes().length; k++) {
                    system[p][q] += dense[other.boxes()[k]] * other.factors()[k];
                }
            }
            system[p][p] += RIDGE * (1 + system[p][p]);
            double bound = multipliers[binding[p]] > 0 ? row.low() : row.high();
            system[p][binding.length] = bound - sum(row);
        }
        return system;
    }

    /// What is maximised over the multipliers; it grows towards the least of the program.
    private double dualValue() {
        double value = 0;
        for (int i = 0; i < levels.length; i++) {
            double w = boxes.weights()[i];
            double x = boxes.at(i, levels[i]);
            double off = x - w;
            value += w > 0 ? off * off / (2 * w) : 0;
            value -= x * (levels[i] - 1 - boxes.shifts()[i]);
        }
        for (int r = 0; r < rows.size(); r++) {
            double y = multipliers[r];
            value += y > 0 ? y * rows.get(r).low() : y < 0 ? y * rows.get(r).high() : 0;
        }
        return value;
    }

    /// Solves by elimination with the largest pivot; empty where rows depend on each other.
    private static double[] eliminated(double[][] system) {
        int n = system.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(system[r][c]) > Math.abs(system[best][c]) ? r : best;
            }
            if (!(Math.abs(system[best][c]) > 0)) {
                return new double[0];
            }
            double[] pivot = system[best];
            system[best] = system[c];
            system[c] = pivot;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : system[r][c] / pivot[c];
                for (int k = c; k <= n && r != c; k++) {
                    system[r][k] -= factor * pivot[k];
                }
            }
        }
        double[] solution = new double[n];
        Arrays.setAll(solution, r -> system[r][n] / system[r][r]);
        return solution;
    }
}
