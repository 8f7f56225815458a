package org.ytterby.server.notices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.identity.Right;

/// What somebody still has to do in a case, and until when.
///
/// @param part name of the task, number of the penalty that a ruling is about, else empty
/// @param organisation who has to; empty for a ruling, which whoever may rule has to give
/// @param assigned the person who waits for it
/// @param stage what was told of it
record Deadline(
        String caseName,
        What what,
        String part,
        String organisation,
        String assigned,
        long dueMicros,
        Stage stage) {
    /// What is awaited.
    enum What {
        REPLY(Kind.REPLY_DUE, Kind.REPLY_OVERDUE),
        CORRECTION(Kind.CORRECTION_DUE, Kind.CORRECTION_OVERDUE),
        TASK(Kind.TASK_DUE, Kind.TASK_OVERDUE),
        RULING(Kind.RULING_DUE, Kind.RULING_OVERDUE);

        private final Kind near;
        private final Kind passed;

        What(Kind near, Kind passed) {
            this.near = near;
            this.passed = passed;
        }
    }

    /// How much of it was told.
    enum Stage {
        FAR,
        NEAR,
        PASSED
    }

    /// What an entry does to deadlines.
    sealed interface Change {
        /// Something is awaited from now on.
        record Set(Deadline deadline) implements Change {}

        /// It no longer is.
        record Met(String caseName, What what, String part) implements Change {}

        /// Nothing is awaited in a case any more.
        record AllMet(String caseName) implements Change {}
    }

    /// What a step does to deadlines; empty if nothing.
    ///
    /// @param law by which the time for a ruling is reckoned
    /// @param leadMicros how long before its end a deadline is told: one that is set later than
    ///   that is not told again as coming
    static Optional<Change> changed(
            Entry.Stepped stepped, CaseStep.Opened opened, Supplier<Law> law, long leadMicros) {
        String name = stepped.name();
        return switch (stepped.step()) {
            case CaseStep.Asked(_, long due) ->
                    Optional.of(
                            set(stepped, opened, leadMicros, What.REPLY, "", opened.party(), due));
            case CorrectionStep.Ordered(_, long due) ->
                    Optional.of(
                            set(
                                    stepped,
                                    opened,
                                    leadMicros,
                                    What.CORRECTION,
                                    "",
                                    opened.party(),
                                    due));
            case TaskStep.Tasked(String task, String to, _, long due) ->
                    Optional.of(set(stepped, opened, leadMicros, What.TASK, task, to, due));
            case CaseStep.Replied _, CaseStep.Decided _ ->
                    Optional.of(new Change.Met(name, What.REPLY, ""));
            case CorrectionStep.Reported _, CorrectionStep.Checked _ ->
                    Optional.of(new Change.Met(name, What.CORRECTION, ""));
            case TaskStep.Answered(String task, _) ->
                    Optional.of(new Change.Met(name, What.TASK, task));
            case AppealStep.Appealed(String penalty, _, _) ->
                    Optional.of(
                            set(
                                    stepped,
                                    opened,
                                    leadMicros,
                                    What.RULING,
                                    penalty,
                                    "",
                                    law.get()
                                            .limits()
                                            .endOf(Limit.RULING_DAYS, stepped.atMicros())));
            case AppealStep.Ruled(String penalty, _, _, _) ->
                    Optional.of(new Change.Met(name, What.RULING, penalty));
            case CaseStep.Closed _ -> Optional.of(new Change.AllMet(name));
            case CaseStep.Opened _, CaseStep.Noted _, CaseStep.Penalised _, InspectionStep _ ->
                    Optional.empty();
        };
    }

    private static Change set(
            Entry.Stepped stepped,
            CaseStep.Opened opened,
            long leadMicros,
            What what,
            String part,
            String organisation,
            long due) {
        Stage stage = due - stepped.atMicros() <= leadMicros ? Stage.NEAR : Stage.FAR;
        return new Change.Set(
                new Deadline(
                        stepped.name(), what, part, organisation, opened.assigned(), due, stage));
    }

    /// How much of it is to be told now.
    Stage stage(long nowMicros, long leadMicros) {
        if (nowMicros >= dueMicros) {
            return Stage.PASSED;
        }
        return nowMicros >= dueMicros - leadMicros ? Stage.NEAR : Stage.FAR;
    }

    /// What is told when it has come to a stage: to those who have to, and once it has passed to
    /// who waits for it as well.
    ///
    /// @param rulers who may rule on appeals of a case, by its name
    List<Draft> drafts(Stage reached, Function<String, Audience> rulers) {
        Audience those =
                switch (what) {
                    case REPLY, CORRECTION -> Audience.reporters(organisation);
                    case TASK -> Audience.of(organisation, Right.HELP_IN_CASES);
                    case RULING -> rulers.apply(caseName);
                };
        String ofCase = PageLink.ofCase(caseName);
        Draft theirs = draft(reached, what == What.TASK ? PageLink.TASKS : ofCase, those);
        return switch (reached) {
            case FAR -> List.of();
            case NEAR -> List.of(theirs);
            case PASSED ->
                    List.of(
                            theirs,
                            draft(reached, ofCase, Audience.person(assigned, Right.WORK_ON_CASES)));
        };
    }

    private Draft draft(Stage reached, String link, Audience to) {
        return new Draft(
                reached == Stage.PASSED ? what.passed : what.near,
                "deadline:%s:%s:%s:%d:%s".formatted(caseName, what, part, dueMicros, reached),
                caseName,
                link,
                dueMicros,
                to);
    }
}
