package org.ytterby.core.plan.allocation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.environment.Judgement;

/// A condition without which an enterprise gets no plan.
///
/// @param stages at which it is asked
public record Gate(Set<PlanStage> stages, Condition condition) {
    public Gate {
        stages = Set.copyOf(stages);
    }

    /// What a gate said of an enterprise.
    ///
    /// @param evidence what it looked at, absent where none was given
    public record Answer(Gate gate, Judgement judgement, @Nullable Evidence evidence) {
        /// Whether the enterprise may have a plan as far as this gate goes.
        public boolean isOpen() {
            return judgement == Judgement.MET;
        }
    }

    /// Whether it is asked of an enterprise under a policy.
    boolean isAsked(Policy policy, Applicant of) {
        return stages.contains(policy.stage()) && condition.binds(of.kinds(), policy.dayMicros());
    }

    Answer answer(Policy policy, Applicant of) {
        Evidence evidence = of.evidence().get(condition.indicator());
        return new Answer(this, condition.judge(evidence, policy.dayMicros()), evidence);
    }
}
