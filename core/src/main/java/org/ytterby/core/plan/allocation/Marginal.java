package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;

/// What one more point on a line of the score would add to a plan, in tonnes.
///
/// A point is a hundredth of the line's benchmark. It raises the enterprise's own target and, through
/// the mean score, lowers everybody's a little; the level then settles anew over those that no bound
/// holds. The slope of that, so it is exact for small steps and as long as the same bounds bind:
///
///     dx = λ · β · w_j/100 · [c_i·(1 - b_i/B) - ρ_i/ρ(F) · (c_i - b_i/B · c(F))]
///
/// with c the reference after reductions and bonuses, B the sum of references, F those filled to the
/// same level without a bound of their own.
final class Marginal {
    private static final double POINT = 0.01;

    private final WaterFilling.Task task;
    private final WaterFilling.Filling filling;
    private final List<Grounds> grounds;
    private final double beta;
    private final double[] freeWeighed;
    private final double references;

    Marginal(
            WaterFilling.Task task,
            WaterFilling.Filling filling,
            List<Grounds> grounds,
            double beta) {
        this.task = task;
        this.filling = filling;
        this.grounds = grounds;
        this.beta = beta;
        freeWeighed = new double[task.tree().size()];
        double sum = 0;
        for (int i = 0; i < grounds.size(); i++) {
            int v = filling.governor()[task.node()[i]];
            sum += grounds.get(i).isEligible() ? grounds.get(i).reference().tonnes() : 0;
            if (task.isFree(i, filling.level()[v])) {
                freeWeighed[v] += grounds.get(i).weighedT();
            }
        }
        references = sum;
    }

    /// Of each line what one more point on it adds, t; 0 where a bound holds or the line is full.
    List<Double> points(int i) {
        double perScore = perScore(i);
        List<Double> points = new ArrayList<>();
        for (Score.Line line : grounds.get(i).score().lines()) {
            double step = Math.min(POINT, 1 - line.ratio());
            points.add(perScore * line.of().weight() * step);
        }
        return List.copyOf(points);
    }

    /// Tonnes per unit of score.
    private double perScore(int i) {
        int v = filling.governor()[task.node()[i]];
        double level = filling.level()[v];
        if (!task.isFree(i, level) || !(references > 0)) {
            return 0;
        }
        Grounds of = grounds.get(i);
        double share = of.reference().tonnes() / references;
        double own = of.weighedT() * (1 - share);
        double all = of.weighedT() - share * freeWeighed[v];
        return level * beta * (own - task.weights()[i] / filling.freeWeight()[v] * all);
    }
}
