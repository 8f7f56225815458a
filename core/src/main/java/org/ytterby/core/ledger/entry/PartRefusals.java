package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Why a step on a seal, a sample, a task or a penalty of a case is refused.
final class PartRefusals {
    private final CaseFile file;
    private final String organisation;

    /// @param organisation of whoever takes the step
    PartRefusals(CaseFile file, String organisation) {
        this.file = file;
        this.organisation = organisation;
    }

    /// O(steps) for steps on parts, O(1) for others, which are never refused here.
    Optional<Refusal> of(CaseStep step) {
        return switch (step) {
            case InspectionStep.Sealed(String seal, String _) ->
                    named(seal, file.parts().seals().containsKey(seal));
            case InspectionStep.Sampled(String sample, String _, String seal, String _) ->
                    sampled(sample, seal);
            case InspectionStep.Unsealed(String seal, boolean _, String _) -> unsealed(seal);
            case InspectionStep.Dispatched(String sample, String _) -> held(sample);
            case InspectionStep.Resulted(String sample, String _, String _) -> held(sample);
            case InspectionStep.Received(String sample, boolean _, String _) -> received(sample);
            case TaskStep.Tasked(String task, String _, String _, long _) ->
                    named(task, file.parts().tasks().containsKey(task));
            case TaskStep.Answered(String task, String _) -> answered(task);
            case AppealStep.Appealed(String penalty, String _, long _) ->
                    penalty(penalty, Penalty.State.IMPOSED);
            case AppealStep.Ruled(String penalty, AppealStep.Outcome _, long _, String _) ->
                    penalty(penalty, Penalty.State.APPEALED);
            case InspectionStep.Visited _,
                    CorrectionStep _,
                    CaseStep.Opened _,
                    CaseStep.Asked _,
                    CaseStep.Replied _,
                    CaseStep.Noted _,
                    CaseStep.Decided _,
                    CaseStep.Penalised _,
                    CaseStep.Closed _ ->
                    Optional.empty();
        };
    }

    private Optional<Refusal> named(String name, boolean isThere) {
        return isThere ? refused(Code.CASE_PART_EXISTS, name) : Optional.empty();
    }

    private Optional<Refusal> sampled(String sample, String seal) {
        CaseParts parts = file.parts();
        return named(sample, parts.samples().containsKey(sample))
                .or(() -> named(seal, parts.seals().containsKey(seal)));
    }

    private Optional<Refusal> unsealed(String seal) {
        CaseParts parts = file.parts();
        if (!parts.seals().containsKey(seal)) {
            return refused(Code.CASE_PART_UNKNOWN, seal);
        }
        return parts.isOn(seal) ? Optional.empty() : refused(Code.CASE_PART_STATE, seal);
    }

    private Optional<Refusal> held(String name) {
        CaseParts.Sample sample = file.parts().samples().get(name);
        if (sample == null) {
            return refused(Code.CASE_PART_UNKNOWN, name);
        }
        return sample.isHeldBy(organisation)
                ? Optional.empty()
                : refused(Code.CASE_PART_OF_ANOTHER, name);
    }

    private Optional<Refusal> received(String name) {
        CaseParts.Sample sample = file.parts().samples().get(name);
        if (sample == null) {
            return refused(Code.CASE_PART_UNKNOWN, name);
        }
        if (sample.sentTo().isEmpty()) {
            return refused(Code.CASE_PART_STATE, name);
        }
        return sample.sentTo().equals(organisation)
                ? Optional.empty()
                : refused(Code.CASE_PART_OF_ANOTHER, name);
    }

    private Optional<Refusal> answered(String name) {
        CaseParts.Task task = file.parts().tasks().get(name);
        if (task == null) {
            return refused(Code.CASE_PART_UNKNOWN, name);
        }
        if (!task.organisation().equals(organisation)) {
            return refused(Code.CASE_PART_OF_ANOTHER, name);
        }
        return task.isAnswered() ? refused(Code.CASE_PART_STATE, name) : Optional.empty();
    }

    private Optional<Refusal> penalty(String number, Penalty.State wanted) {
        Optional<Penalty> penalty = Penalty.find(file.penalties(), number);
        if (penalty.isEmpty()) {
            return refused(Code.CASE_PART_UNKNOWN, number);
        }
        return penalty.get().state() == wanted
                ? Optional.empty()
                : refused(Code.CASE_PART_STATE, number);
    }

    private Optional<Refusal> refused(Code code, String part) {
        return Optional.of(new Refusal(code, file.name() + " " + part, organisation));
    }
}
