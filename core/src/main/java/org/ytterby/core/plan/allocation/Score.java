package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.environment.Judgement;

/// How an enterprise stands against the benchmarks: absolute, so that no rival can be harmed.
///
/// `s = Σ w_j · min(1, performance_j ÷ benchmark_j)`. A figure that is missing, unverified or out
/// of date counts 0 for its line, and says so.
///
/// @param total 0 to 1
public record Score(double total, List<Line> lines) {
    /// One line of it.
    ///
    /// @param proof [Judgement#MET] where the figure counts, else why it does not
    /// @param ratio 0 to 1, before the weight
    public record Line(ScoreLine of, Judgement proof, @Nullable Evidence evidence, double ratio) {
        /// What the line adds to the score.
        public double points() {
            return of.weight() * ratio;
        }
    }

    static Score of(Policy policy, List<ScoreLine> lines, Applicant applicant) {
        List<Line> scored = new ArrayList<>(lines.size());
        double total = 0;
        for (ScoreLine line : lines) {
            Evidence evidence = applicant.evidence().get(line.indicator());
            Judgement proof = Judgement.of(evidence, policy.dayMicros());
            boolean counts = evidence != null && proof == Judgement.MET && evidence.value() >= 0;
            double ratio =
                    counts && evidence != null ? line.benchmark().ratio(evidence.value()) : 0;
            scored.add(new Line(line, proof, evidence, ratio));
            total += line.weight() * ratio;
        }
        return new Score(Math.min(1, total), List.copyOf(scored));
    }
}
