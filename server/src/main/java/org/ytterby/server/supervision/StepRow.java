package org.ytterby.server.supervision;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Caller;

/// What happened in a case.
///
/// @param person who did it; absent for other organisations
/// @param text question, reply, evidence, reason, order, report, request, answer, ground, what was
///   found, sealed, sampled or measured
/// @param fineYuan CNY, of a penalty or of what it is reduced to
/// @param dueMicros until when something is awaited, or the time to appeal ends, microseconds since
///   1970
/// @param part the seal, sample, task or penalty that it is about
record StepRow(
        String step,
        long atMicros,
        String organisation,
        @Nullable String person,
        @Nullable String text,
        @Nullable String clause,
        @Nullable Long fineYuan,
        @Nullable Long dueMicros,
        @Nullable PartRow part) {
    /// A seal, a sample, a task or a penalty.
    ///
    /// @param name of the sample or the task, else number of the seal or the penalty
    /// @param seal on a sample that was taken
    /// @param lot from which a sample was taken
    /// @param to whom it was sent or given
    /// @param intact whether the seal was whole
    /// @param assay id of the declared assay
    record PartRow(
            String name,
            @Nullable String seal,
            @Nullable String lot,
            @Nullable String to,
            @Nullable Boolean intact,
            @Nullable String assay) {
        private static PartRow named(String name) {
            return new PartRow(name, null, null, null, null, null);
        }

        private static PartRow sent(String name, String to) {
            return new PartRow(name, null, null, to, null, null);
        }

        private static PartRow seen(String name, boolean isIntact) {
            return new PartRow(name, null, null, null, isIntact, null);
        }
    }

    /// @param seesWhole whether the case lies in the caller's jurisdiction
    static StepRow of(Entry.Stepped stepped, Caller caller, boolean seesWhole) {
        boolean seesPerson = seesWhole || stepped.organisation().equals(caller.organisation());
        CaseStep step = stepped.step();
        return new StepRow(
                step.code(),
                stepped.atMicros(),
                stepped.organisation(),
                seesPerson ? stepped.person() : null,
                text(step),
                clause(step),
                fine(step),
                due(step),
                part(step));
    }

    private static @Nullable String text(CaseStep step) {
        return switch (step) {
            case CaseStep.Opened _, InspectionStep.Dispatched _ -> null;
            case CaseStep.Asked asked -> asked.question();
            case CaseStep.Replied replied -> replied.reply();
            case CaseStep.Noted noted -> noted.evidence();
            case CaseStep.Decided decided -> decided.reason();
            case CaseStep.Penalised penalised -> penalised.reason();
            case CaseStep.Closed closed -> closed.reason();
            case CorrectionStep.Ordered ordered -> ordered.order();
            case CorrectionStep.Reported reported -> reported.report();
            case CorrectionStep.Checked checked -> checked.reason();
            case AppealStep.Appealed appealed -> appealed.ground();
            case AppealStep.Ruled ruled -> ruled.reason();
            case TaskStep.Tasked tasked -> tasked.request();
            case TaskStep.Answered answered -> answered.answer();
            case InspectionStep.Visited visited -> visited.found();
            case InspectionStep.Sealed sealed -> sealed.place();
            case InspectionStep.Unsealed unsealed -> unsealed.remark();
            case InspectionStep.Sampled sampled -> sampled.material();
            case InspectionStep.Received received -> received.remark();
            case InspectionStep.Resulted resulted -> resulted.result();
        };
    }

    private static @Nullable Long fine(CaseStep step) {
        return switch (step) {
            case CaseStep.Penalised penalised -> penalised.fineYuan();
            case AppealStep.Ruled ruled when ruled.outcome() == AppealStep.Outcome.REDUCED ->
                    ruled.fineYuan();
            default -> null;
        };
    }

    private static @Nullable String clause(CaseStep step) {
        return switch (step) {
            case CaseStep.Decided(_, _, String clause) -> given(clause);
            case CaseStep.Penalised penalised -> penalised.clause();
            default -> null;
        };
    }

    private static @Nullable Long due(CaseStep step) {
        return switch (step) {
            case CaseStep.Asked asked -> asked.dueMicros();
            case CorrectionStep.Ordered ordered -> ordered.dueMicros();
            case TaskStep.Tasked tasked -> tasked.dueMicros();
            case AppealStep.Appealed appealed -> appealed.untilMicros();
            default -> null;
        };
    }

    private static @Nullable PartRow part(CaseStep step) {
        return switch (step) {
            case InspectionStep.Sealed(String seal, _) -> PartRow.named(seal);
            case InspectionStep.Unsealed(String seal, boolean isIntact, _) ->
                    PartRow.seen(seal, isIntact);
            case InspectionStep.Sampled(String sample, String lot, String seal, _) ->
                    new PartRow(sample, seal, given(lot), null, null, null);
            case InspectionStep.Dispatched(String sample, String to) -> PartRow.sent(sample, to);
            case InspectionStep.Received(String sample, boolean isIntact, _) ->
                    PartRow.seen(sample, isIntact);
            case InspectionStep.Resulted(String sample, String assay, _) ->
                    new PartRow(sample, null, null, null, null, given(assay));
            case TaskStep.Tasked(String task, String to, _, _) -> PartRow.sent(task, to);
            case TaskStep.Answered(String task, _) -> PartRow.named(task);
            case AppealStep appeal -> PartRow.named(appeal.penalty());
            default -> null;
        };
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
