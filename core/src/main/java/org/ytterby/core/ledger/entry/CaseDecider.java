package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on cases. Pure: reads the state, changes nothing.
final class CaseDecider {
    /// Most steps of a case before it can only be decided, penalised and closed.
    static final int STEPS_MAX = 1_000;

    /// Longest time to reply: 366 days.
    static final long REPLY_MAX_MICROS = 366L * 24 * 3_600 * 1_000_000;

    private final LedgerState state;

    CaseDecider(LedgerState state) {
        this.state = state;
    }

    Decision stepped(Sender sender, String name, CaseStep step, long nowMicros) {
        return refusal(sender, name, step, nowMicros)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() ->
                        Decision.accepted(
                                new Entry.Stepped(
                                        name,
                                        step,
                                        sender.organisation(),
                                        sender.person(),
                                        nowMicros)));
    }

    private Optional<Refusal> refusal(Sender sender, String name, CaseStep step, long nowMicros) {
        if (isForSupervisors(step) && !sender.isForAll()) {
            return refused(Code.NOT_ALLOWED, name, sender.organisation());
        }
        Optional<CaseFile> file = state.caseFile(name);
        if (step instanceof CaseStep.Opened) {
            return file.isPresent() ? refused(Code.CASE_EXISTS, name, name) : Optional.empty();
        }
        return file.isEmpty()
                ? refused(Code.CASE_UNKNOWN, name, name)
                : refusal(sender, file.get(), step, nowMicros);
    }

    /// Whether only an authority takes the step; of the others, the case says who may.
    private static boolean isForSupervisors(CaseStep step) {
        return switch (step) {
            case CaseStep.Replied _,
                    AppealStep.Appealed _,
                    CorrectionStep.Reported _,
                    TaskStep.Answered _,
                    InspectionStep.Dispatched _,
                    InspectionStep.Received _,
                    InspectionStep.Resulted _ ->
                    false;
            case CaseStep.Opened _,
                    CaseStep.Asked _,
                    CaseStep.Noted _,
                    CaseStep.Decided _,
                    CaseStep.Penalised _,
                    CaseStep.Closed _,
                    AppealStep.Ruled _,
                    CorrectionStep.Ordered _,
                    CorrectionStep.Checked _,
                    TaskStep.Tasked _,
                    InspectionStep.Visited _,
                    InspectionStep.Sealed _,
                    InspectionStep.Unsealed _,
                    InspectionStep.Sampled _ ->
                    true;
        };
    }

    private static Optional<Refusal> refusal(
            Sender sender, CaseFile file, CaseStep step, long nowMicros) {
        String name = file.name();
        boolean isOfParty =
                step instanceof CaseStep.Replied
                        || step instanceof CorrectionStep.Reported
                        || step instanceof AppealStep.Appealed;
        if (isOfParty && !sender.organisation().equals(file.opened().party())) {
            return refused(Code.CASE_OF_ANOTHER, name, sender.organisation());
        }
        Optional<Refusal> part = new PartRefusals(file, sender.organisation()).of(step);
        if (part.isPresent()) {
            return part;
        }
        if (!file.mayTake(step)) {
            return refused(Code.CASE_STATE, name, file.state().code());
        }
        return inTime(sender, file, step, nowMicros);
    }

    private static Optional<Refusal> inTime(
            Sender sender, CaseFile file, CaseStep step, long nowMicros) {
        return switch (step) {
            case CaseStep.Decided _ when file.state() == CaseFile.State.ASKED ->
                    tooEarly(file, nowMicros);
            case CorrectionStep.Checked _
                    when file.isCorrection(CaseParts.Correction.State.ORDERED) ->
                    tooEarly(file, nowMicros);
            case CaseStep.Asked(String _, long due) -> limits(file, due, nowMicros);
            case CorrectionStep.Ordered(String _, long due) -> limits(file, due, nowMicros);
            case TaskStep.Tasked(String _, String _, String _, long due) ->
                    limits(file, due, nowMicros);
            case AppealStep.Appealed(String _, String _, long until) ->
                    nowMicros < until
                            ? Optional.empty()
                            : refused(Code.APPEAL_LATE, file.name(), Long.toString(until));
            case AppealStep.Ruled ruled -> ruled(sender, file, ruled);
            case CaseStep.Replied _,
                    CaseStep.Noted _,
                    CorrectionStep.Reported _,
                    TaskStep.Answered _,
                    InspectionStep _ ->
                    full(file);
            case CaseStep.Opened _,
                    CaseStep.Decided _,
                    CaseStep.Penalised _,
                    CorrectionStep.Checked _,
                    CaseStep.Closed _ ->
                    Optional.empty();
        };
    }

    private static Optional<Refusal> ruled(Sender sender, CaseFile file, AppealStep.Ruled ruled) {
        if (file.isJudgedBy(sender.person())) {
            return refused(Code.APPEAL_JUDGE, file.name(), sender.person());
        }
        boolean isLess =
                Penalty.find(file.penalties(), ruled.penalty())
                        .filter(penalty -> ruled.fineYuan() < penalty.fineYuan())
                        .isPresent();
        return ruled.outcome() == AppealStep.Outcome.REDUCED && !isLess
                ? refused(Code.APPEAL_FINE, file.name(), Long.toString(ruled.fineYuan()))
                : Optional.empty();
    }

    private static Optional<Refusal> tooEarly(CaseFile file, long nowMicros) {
        return nowMicros < file.dueMicros()
                ? refused(Code.CASE_AWAITS_REPLY, file.name(), Long.toString(file.dueMicros()))
                : Optional.empty();
    }

    private static Optional<Refusal> limits(CaseFile file, long dueMicros, long nowMicros) {
        return dueMicros <= nowMicros || dueMicros - nowMicros > REPLY_MAX_MICROS
                ? refused(Code.CASE_DUE, file.name(), Long.toString(dueMicros))
                : full(file);
    }

    private static Optional<Refusal> full(CaseFile file) {
        return file.steps().size() >= STEPS_MAX
                ? refused(Code.CASE_FULL, file.name(), Integer.toString(STEPS_MAX))
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Code code, String name, String value) {
        return Optional.of(new Refusal(code, name, value));
    }
}
