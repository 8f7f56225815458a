package org.ytterby.server.desk.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseParts;
import org.ytterby.core.ledger.entry.CaseParts.Sample;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What somebody can do in a case, each on a page of its own.
///
/// When each is offered is a courtesy: whether a step is taken, the ledger decides.
enum CaseAction {
    OPENING(Right.WORK_ON_CASES, new CaseStep.Opened("-", "-", "", "", "-")),
    QUESTION(Right.WORK_ON_CASES, new CaseStep.Asked("-", 0)),
    REPLY(Right.REPLY_TO_CASES, new CaseStep.Replied("-")),
    DECISION(Right.WORK_ON_CASES, new CaseStep.Decided(true, "-", "-")),
    CHECK(Right.WORK_ON_CASES, new CorrectionStep.Checked(false, "-")),
    REPORT(Right.REPLY_TO_CASES, new CorrectionStep.Reported("-")),
    PENALTY(Right.WORK_ON_CASES, new CaseStep.Penalised("-", 0, "-")),
    APPEAL(
            Right.REPLY_TO_CASES,
            new AppealStep.Appealed("-", "-", 0),
            penalties(Penalty.State.IMPOSED)),
    RULE(
            Right.RULE_ON_APPEALS,
            new AppealStep.Ruled("-", AppealStep.Outcome.UPHELD, 0, "-"),
            penalties(Penalty.State.APPEALED)),
    ORDER(Right.WORK_ON_CASES, new CorrectionStep.Ordered("-", 0)),
    CLOSURE(Right.WORK_ON_CASES, new CaseStep.Closed("-")),
    ANSWER(
            Right.HELP_IN_CASES,
            new TaskStep.Answered("-", "-"),
            parts(
                    CaseParts::tasks,
                    (task, helper) -> !task.isAnswered() && task.organisation().equals(helper))),
    VISIT(Right.WORK_ON_CASES, new InspectionStep.Visited("-")),
    SEAL(Right.WORK_ON_CASES, new InspectionStep.Sealed("-", "-")),
    UNSEAL(
            Right.WORK_ON_CASES,
            new InspectionStep.Unsealed("-", true, "-"),
            parts(CaseParts::seals, (isOn, _) -> isOn)),
    SAMPLE(Right.WORK_ON_CASES, new InspectionStep.Sampled("-", "", "-", "-")),
    RECEIVE(
            Right.HOLD_SAMPLES,
            new InspectionStep.Received("-", true, "-"),
            parts(CaseParts::samples, (sample, helper) -> sample.sentTo().equals(helper))),
    DISPATCH(
            Right.HOLD_SAMPLES,
            new InspectionStep.Dispatched("-", "-"),
            parts(CaseParts::samples, Sample::isHeldBy)),
    RESULT(
            Right.HOLD_SAMPLES,
            new InspectionStep.Resulted("-", "", "-"),
            parts(CaseParts::samples, Sample::isHeldBy)),
    TASK(Right.WORK_ON_CASES, new TaskStep.Tasked("-", "-", "-", 0)),
    NOTE(Right.WORK_ON_CASES, new CaseStep.Noted("-"));

    private final Right right;

    /// One such step; what its texts say does not matter.
    private final CaseStep specimen;

    /// The seals, samples, tasks or penalties of a case that an organisation can do it with; null
    /// where it needs none.
    private final @Nullable BiFunction<CaseFile, String, List<String>> parts;

    CaseAction(Right right, CaseStep specimen) {
        this(right, specimen, null);
    }

    CaseAction(
            Right right,
            CaseStep specimen,
            @Nullable BiFunction<CaseFile, String, List<String>> parts) {
        this.right = right;
        this.specimen = specimen;
        this.parts = parts;
    }

    /// @param suits whether an organisation can do it with a part
    private static <P> BiFunction<CaseFile, String, List<String>> parts(
            Function<CaseParts, Map<String, P>> kind, BiPredicate<P, String> suits) {
        return (all, organisation) ->
                kind.apply(all.parts()).entrySet().stream()
                        .filter(part -> suits.test(part.getValue(), organisation))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static BiFunction<CaseFile, String, List<String>> penalties(Penalty.State state) {
        return (file, _) ->
                file.penalties().stream()
                        .filter(penalty -> penalty.state() == state)
                        .map(Penalty::number)
                        .toList();
    }

    /// The word in addresses and in keys of texts.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException unless it is the code of an action
    static CaseAction parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Codes of the duties that it rests on.
    List<String> duties() {
        return switch (this) {
            case QUESTION, REPLY -> List.of("record-flow");
            case VISIT, NOTE, SEAL, UNSEAL, SAMPLE -> List.of("inspect");
            case ORDER, CHECK, REPORT -> List.of("correct");
            case APPEAL, RULE -> List.of("appeal");
            case OPENING, DECISION, PENALTY, CLOSURE, ANSWER, RECEIVE, DISPATCH, RESULT, TASK ->
                    List.of();
        };
    }

    /// Whether it names a clause that somebody is punished by.
    boolean isPunishing() {
        return this == DECISION || this == PENALTY;
    }

    /// What a caller can do in a case now.
    static List<String> possible(CaseFile file, Caller caller) {
        boolean isTheirs = file.opened().party().equals(caller.organisation());
        Predicate<CaseAction> isPossible =
                action ->
                        action.right.isOf(caller)
                                && (isTheirs || action.right != Right.REPLY_TO_CASES)
                                && (action != RULE || !file.isJudgedBy(caller.name()))
                                && file.mayTake(action.specimen)
                                && !action.lacks(file, caller);
        return List.of(values()).stream().filter(isPossible).map(CaseAction::code).toList();
    }

    /// Whether it needs a seal, a sample, a task or a penalty, and the caller has none to do it
    /// with.
    boolean lacks(CaseFile file, Caller caller) {
        return parts != null && choices(file, caller).isEmpty();
    }

    /// The seals, samples, tasks or penalties that a caller can do it with now; empty where it
    /// needs none.
    List<String> choices(CaseFile file, Caller caller) {
        return parts == null ? List.of() : parts.apply(file, caller.organisation());
    }
}
