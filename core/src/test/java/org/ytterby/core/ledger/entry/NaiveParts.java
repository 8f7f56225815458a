package org.ytterby.core.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// The slow obvious twin of seals, samples and tasks: who holds what is read from the last step
/// that speaks of it.
///
/// @param before all steps of the case, in order
record NaiveParts(List<Entry.Stepped> before) {
    Optional<Code> refusal(String organisation, CaseStep step) {
        return switch (step) {
            case InspectionStep.Sealed s -> isSeal(s.seal()) ? exists() : none();
            case InspectionStep.Sampled s ->
                    isSample(s.sample()) || isSeal(s.seal()) ? exists() : none();
            case InspectionStep.Unsealed s ->
                    !isSeal(s.seal())
                            ? unknown()
                            : happened("Unsealed[seal=" + s.seal() + ",") ? state() : none();
            case InspectionStep.Dispatched s -> held(s.sample(), organisation);
            case InspectionStep.Resulted s -> held(s.sample(), organisation);
            case InspectionStep.Received s -> received(s.sample(), organisation);
            case TaskStep.Tasked t -> happened("Tasked[task=" + t.task() + ",") ? exists() : none();
            case TaskStep.Answered t -> answered(t.task(), organisation);
            case AppealStep.Appealed a -> appealed(a.penalty());
            case AppealStep.Ruled r -> ruled(r.penalty());
            default -> none();
        };
    }

    private static Optional<Code> none() {
        return Optional.empty();
    }

    private static Optional<Code> exists() {
        return Optional.of(Code.CASE_PART_EXISTS);
    }

    private static Optional<Code> unknown() {
        return Optional.of(Code.CASE_PART_UNKNOWN);
    }

    private static Optional<Code> state() {
        return Optional.of(Code.CASE_PART_STATE);
    }

    private static Optional<Code> ofAnother() {
        return Optional.of(Code.CASE_PART_OF_ANOTHER);
    }

    private Optional<Code> appealed(String penalty) {
        if (imposed(penalty).isEmpty()) {
            return unknown();
        }
        return happened("Appealed[penalty=" + penalty + ",") ? state() : none();
    }

    private Optional<Code> ruled(String penalty) {
        if (imposed(penalty).isEmpty()) {
            return unknown();
        }
        boolean isOpen =
                happened("Appealed[penalty=" + penalty + ",")
                        && !happened("Ruled[penalty=" + penalty + ",");
        return isOpen ? none() : state();
    }

    /// The penalty of a number, counted from 1.
    Optional<CaseStep.Penalised> imposed(String number) {
        List<CaseStep.Penalised> all =
                before.stream()
                        .filter(s -> s.step() instanceof CaseStep.Penalised)
                        .map(s -> (CaseStep.Penalised) s.step())
                        .toList();
        return number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= all.size()
                ? Optional.of(all.get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    private boolean happened(String beginning) {
        return before.stream().anyMatch(s -> s.step().toString().startsWith(beginning));
    }

    private boolean isSeal(String seal) {
        return before.stream()
                .map(s -> s.step().toString())
                .filter(s -> s.startsWith("Sealed[") || s.startsWith("Sampled["))
                .anyMatch(s -> s.contains("seal=" + seal + ","));
    }

    private boolean isSample(String sample) {
        return happened("Sampled[sample=" + sample + ",");
    }

    /// The last step by which a sample came to somebody or left them.
    private Optional<Entry.Stepped> move(String sample) {
        return before.stream()
                .filter(s -> !(s.step() instanceof InspectionStep.Resulted))
                .filter(s -> s.step().toString().contains("[sample=" + sample + ","))
                .reduce((_, later) -> later);
    }

    private Optional<Code> held(String sample, String organisation) {
        if (!isSample(sample)) {
            return unknown();
        }
        Entry.Stepped last = move(sample).orElseThrow();
        return last.step() instanceof InspectionStep.Dispatched
                        || !last.organisation().equals(organisation)
                ? ofAnother()
                : none();
    }

    private Optional<Code> received(String sample, String organisation) {
        if (!isSample(sample)) {
            return unknown();
        }
        return move(sample).orElseThrow().step()
                        instanceof InspectionStep.Dispatched(String _, String to)
                ? to.equals(organisation) ? none() : ofAnother()
                : state();
    }

    private Optional<Code> answered(String task, String organisation) {
        Optional<TaskStep.Tasked> asked =
                before.stream()
                        .filter(s -> s.step() instanceof TaskStep.Tasked t && t.task().equals(task))
                        .map(s -> (TaskStep.Tasked) s.step())
                        .findFirst();
        if (asked.isEmpty()) {
            return unknown();
        }
        if (!asked.get().organisation().equals(organisation)) {
            return ofAnother();
        }
        return happened("Answered[task=" + task + ",") ? state() : none();
    }
}
