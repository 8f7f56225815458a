package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case and all that happened in it.
///
/// @param name unique for ever
/// @param state how far it is
/// @param dueMicros until when the enterprise may reply, or has to have corrected, microseconds
///   since 1970; 0 before it was asked
/// @param steps from the first, which opened it
public record CaseFile(String name, State state, long dueMicros, List<Entry.Stepped> steps) {
    /// How far a case is.
    public enum State {
        OPEN("open"),
        ASKED("asked"),
        REPLIED("replied"),
        CONFIRMED("confirmed"),
        REFUTED("refuted"),
        CLOSED("closed");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public CaseFile {
        steps = List.copyOf(steps);
    }

    /// A case after one step more.
    ///
    /// @param before absent for the first step
    /// @throws IllegalArgumentException unless the first step, and no other, opens it
    public static CaseFile of(Entry.Stepped next, @Nullable CaseFile before) {
        return before == null ? of(next) : before.with(next);
    }

    private static CaseFile of(Entry.Stepped first) {
        if (!(first.step() instanceof CaseStep.Opened)) {
            throw new IllegalArgumentException("case " + first.name() + " was not opened");
        }
        return new CaseFile(first.name(), State.OPEN, 0, List.of(first));
    }

    private CaseFile with(Entry.Stepped next) {
        List<Entry.Stepped> all = new ArrayList<>(steps);
        all.add(next);
        return switch (next.step()) {
            case CaseStep.Opened _ ->
                    throw new IllegalArgumentException("case " + name + " was opened twice");
            case CaseStep.Asked(String _, long due) -> new CaseFile(name, State.ASKED, due, all);
            case CaseStep.Replied _ -> new CaseFile(name, State.REPLIED, dueMicros, all);
            case CaseStep.Decided decided ->
                    new CaseFile(
                            name,
                            decided.isConfirmed() ? State.CONFIRMED : State.REFUTED,
                            dueMicros,
                            all);
            case CaseStep.Closed _ -> new CaseFile(name, State.CLOSED, dueMicros, all);
            case CorrectionStep.Ordered(String _, long due) -> new CaseFile(name, state, due, all);
            case CaseStep.Noted _,
                    CaseStep.Penalised _,
                    CorrectionStep.Reported _,
                    CorrectionStep.Checked _,
                    AppealStep _,
                    InspectionStep _,
                    TaskStep _ ->
                    new CaseFile(name, state, dueMicros, all);
        };
    }

    /// Seals, samples, tasks and the correction as they stand; O(steps).
    public CaseParts parts() {
        return CaseParts.of(steps);
    }

    /// Its penalties as they stand; O(steps).
    public List<Penalty> penalties() {
        return Penalty.of(steps);
    }

    /// Whether nothing is left of what was confirmed: all of its penalties fell away on appeal.
    public boolean isFallenAway() {
        List<Penalty> penalties = penalties();
        return !penalties.isEmpty() && penalties.stream().allMatch(Penalty::isWithdrawn);
    }

    /// Whether somebody had a part in what was decided, and so does not rule on an appeal: who
    /// decided, who approved a penalty, and to whom the case is assigned.
    public boolean isJudgedBy(String person) {
        return opened().assigned().equals(person)
                || steps.stream()
                        .filter(s -> s.person().equals(person))
                        .map(Entry.Stepped::step)
                        .anyMatch(s ->
                                s instanceof CaseStep.Decided || s instanceof CaseStep.Penalised);
    }

    /// Whether the enterprise is to reply, or to tell that it corrected something, until the day
    /// that is due.
    public boolean isAwaited() {
        return state == State.ASKED || isCorrection(CaseParts.Correction.State.ORDERED);
    }

    /// What it looks into.
    public CaseStep.Opened opened() {
        if (steps.getFirst().step() instanceof CaseStep.Opened opened) {
            return opened;
        }
        throw new IllegalStateException("case " + name + " was not opened");
    }

    /// Whether a step of a kind may follow, by the state of the case and of its correction.
    ///
    /// @param step of its parts, none but the ruling on a correction and an open appeal matter
    public boolean mayTake(CaseStep step) {
        return switch (step) {
            case CaseStep.Opened _ -> false;
            case CaseStep.Asked _ -> state == State.OPEN || state == State.REPLIED;
            case CaseStep.Replied _ -> state == State.ASKED;
            case CaseStep.Noted _, InspectionStep _, TaskStep _ -> state != State.CLOSED;
            case CaseStep.Decided _ ->
                    switch (state) {
                        case OPEN, ASKED, REPLIED -> true;
                        case CONFIRMED, REFUTED, CLOSED -> false;
                    };
            case CaseStep.Penalised _ -> state == State.CONFIRMED;
            case CorrectionStep.Ordered _ -> state == State.CONFIRMED && !isToBeCorrected();
            case CorrectionStep.Reported _ -> isCorrection(CaseParts.Correction.State.ORDERED);
            case CorrectionStep.Checked(boolean isEnough, String _) ->
                    isCorrection(CaseParts.Correction.State.REPORTED)
                            || (!isEnough && isCorrection(CaseParts.Correction.State.ORDERED));
            case AppealStep _ -> state == State.CONFIRMED || state == State.CLOSED;
            case CaseStep.Closed _ ->
                    (state == State.CONFIRMED || state == State.REFUTED)
                            && !isToBeCorrected()
                            && !isAppealed();
        };
    }

    /// Whether what is to be corrected is so far.
    boolean isCorrection(CaseParts.Correction.State wanted) {
        return state == State.CONFIRMED
                && parts().correction().filter(c -> c.state() == wanted).isPresent();
    }

    /// Whether an appeal waits to be ruled on.
    public boolean isAppealed() {
        return penalties().stream().anyMatch(Penalty::isAppealed);
    }

    private boolean isToBeCorrected() {
        return parts().correction().filter(CaseParts.Correction::isPending).isPresent();
    }
}
