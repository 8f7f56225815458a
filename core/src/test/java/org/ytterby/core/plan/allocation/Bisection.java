package org.ytterby.core.plan.allocation;

/// The slow twin of [WaterFilling]: what each group holds at a level by adding up, and levels by
/// halving.
final class Bisection {
    private static final int HALVINGS = 200;
    private static final double LEVEL_MAX = 1e9;

    private final WaterFilling.Task task;

    private Bisection(WaterFilling.Task task) {
        this.task = task;
    }

    static double[] exact(WaterFilling.Task task) {
        Bisection twin = new Bisection(task);
        double[] x = new double[task.weights().length];
        twin.fill(0, twin.level(0, task.total()), x);
        return x;
    }

    private void fill(int node, double level, double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (task.node()[i] == node) {
                x[i] = task.clamp(i, level);
            }
        }
        for (int v = 1; v < task.tree().size(); v++) {
            if (task.tree().parent(v) == node) {
                double wanted = raw(v, level);
                double held = Math.clamp(wanted, task.tree().min(v), task.tree().max(v));
                fill(v, Math.abs(held - wanted) > 0 ? level(v, held) : level, x);
            }
        }
    }

    /// Level at which a node holds so much, its own band left aside.
    private double level(int node, double target) {
        double low = 0;
        double high = LEVEL_MAX;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (raw(node, middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double raw(int node, double level) {
        double sum = 0;
        for (int i = 0; i < task.weights().length; i++) {
            sum += task.node()[i] == node ? task.clamp(i, level) : 0;
        }
        for (int v = 1; v < task.tree().size(); v++) {
            if (task.tree().parent(v) == node) {
                sum += Math.clamp(raw(v, level), task.tree().min(v), task.tree().max(v));
            }
        }
        return sum;
    }
}
