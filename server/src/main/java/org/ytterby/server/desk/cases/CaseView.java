package org.ytterby.server.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.supervision.Appeals;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.web.Language;

/// A case as a row and as a page.
///
/// @param state code of the state
/// @param due last day to reply or to report; empty unless one is awaited
/// @param left days until then, in words; empty where there is no such day
/// @param isOverdue whether a reply, a report or a ruling is awaited and the day has passed
/// @param ruling when the first appeal that waits is to be ruled on; null if none waits
/// @param assigned empty for the enterprise
/// @param steps that the reader may see
public record CaseView(
        String name,
        String state,
        String due,
        String left,
        boolean isOverdue,
        @Nullable Due ruling,
        CaseStep.Opened opened,
        String assigned,
        List<Step> steps) {

    /// A last day, and how many days that leaves in words.
    public record Due(String day, String left) {}

    /// Something that happened.
    ///
    /// @param code of the kind of step
    /// @param who did it: the person, or for other organisations its code alone
    /// @param texts label keys and what stands there
    public record Step(String code, String day, String who, List<Part> texts) {}

    /// @param label key of the word for it
    public record Part(String label, String text) {}

    /// When a case is looked at.
    ///
    /// @param micros since 1970
    record Now(Law law, long micros) {}

    /// @param isWhole whether the reader oversees it
    static CaseView of(CaseFile file, Caller caller, boolean isWhole, Language language, Now now) {
        long nowMicros = now.micros;
        boolean isAwaited = file.isAwaited();
        long due = file.dueMicros();
        long ruling = Appeals.rulingDueMicros(now.law, file).orElse(0);
        return new CaseView(
                file.name(),
                file.state().code(),
                isAwaited ? language.date(due - 1) : "",
                isAwaited ? left(due, nowMicros, language) : "",
                (isAwaited && due <= nowMicros) || (ruling != 0 && ruling <= nowMicros),
                ruling == 0
                        ? null
                        : new Due(language.date(ruling - 1), left(ruling, nowMicros, language)),
                file.opened(),
                isWhole ? file.opened().assigned() : "",
                file.steps().stream()
                        .filter(s -> isWhole || Cases.isShown(file, s, caller))
                        .map(s -> step(s, caller, isWhole, language))
                        .toList());
    }

    /// How many days are left, in words.
    static String left(long due, long now, Language language) {
        long days = LedgerTime.dateOf(due - 1).toEpochDay() - LedgerTime.dateOf(now).toEpochDay();
        if (due <= now) {
            return language.pick("%d days overdue", "已逾期 %d 天").formatted(-days);
        }
        return days == 0
                ? language.pick("today", "今天")
                : language.pick(days == 1 ? "in %d day" : "in %d days", "还剩 %d 天").formatted(days);
    }

    private static Step step(
            Entry.Stepped stepped, Caller caller, boolean isWhole, Language language) {
        boolean seesPerson = isWhole || stepped.organisation().equals(caller.organisation());
        return new Step(
                stepped.step().code(),
                language.moment(stepped.atMicros()),
                seesPerson
                        ? stepped.person() + " · " + stepped.organisation()
                        : stepped.organisation(),
                parts(stepped.step(), isWhole, language));
    }

    /// What a step says, by label.
    ///
    /// @param seesPersons whether it is told to whom the case is assigned
    static List<Part> parts(CaseStep step, boolean seesPersons, Language language) {
        return switch (step) {
            case CaseStep.Opened opened ->
                    seesPersons ? List.of(new Part("assigned", opened.assigned())) : List.of();
            case CaseStep.Asked(String question, long due) ->
                    List.of(
                            new Part("question", question),
                            new Part("due", language.date(due - 1)));
            case CaseStep.Replied(String reply) -> List.of(new Part("reply", reply));
            case CaseStep.Noted(String evidence) -> List.of(new Part("evidence", evidence));
            case CaseStep.Decided(boolean isConfirmed, String reason, String clause) ->
                    isConfirmed
                            ? List.of(new Part("reason", reason), new Part("clause", clause))
                            : List.of(new Part("reason", reason));
            case CaseStep.Penalised(String clause, long fine, String reason) ->
                    List.of(
                            new Part("clause", clause),
                            new Part("fine", language.yuan(fine)),
                            new Part("reason", reason));
            case CaseStep.Closed(String reason) -> List.of(new Part("reason", reason));
            case CorrectionStep correction -> parts(correction, language);
            case AppealStep appeal -> parts(appeal, language);
            case InspectionStep inspection -> parts(inspection, language);
            case TaskStep.Tasked(String task, String to, String request, long due) ->
                    List.of(
                            new Part("task", task),
                            new Part("to", to),
                            new Part("request", request),
                            new Part("due", language.date(due - 1)));
            case TaskStep.Answered(String task, String answer) ->
                    List.of(new Part("task", task), new Part("answer", answer));
        };
    }

    private static List<Part> parts(CorrectionStep step, Language language) {
        return switch (step) {
            case CorrectionStep.Ordered(String order, long due) ->
                    List.of(new Part("order", order), new Part("due", language.date(due - 1)));
            case CorrectionStep.Reported(String report) -> List.of(new Part("report", report));
            case CorrectionStep.Checked(boolean _, String reason) ->
                    List.of(new Part("reason", reason));
        };
    }

    private static List<Part> parts(AppealStep step, Language language) {
        return switch (step) {
            case AppealStep.Appealed(String penalty, String ground, long until) ->
                    List.of(
                            new Part("penalty", penalty),
                            new Part("ground", ground),
                            new Part("appealUntil", language.date(until - 1)));
            case AppealStep.Ruled(
                            String penalty,
                            AppealStep.Outcome outcome,
                            long fine,
                            String reason) ->
                    outcome == AppealStep.Outcome.REDUCED
                            ? List.of(
                                    new Part("penalty", penalty),
                                    new Part("fine", language.yuan(fine)),
                                    new Part("reason", reason))
                            : List.of(new Part("penalty", penalty), new Part("reason", reason));
        };
    }

    private static List<Part> parts(InspectionStep step, Language language) {
        return switch (step) {
            case InspectionStep.Visited(String found) -> List.of(new Part("found", found));
            case InspectionStep.Sealed(String seal, String place) ->
                    List.of(new Part("seal", seal), new Part("place", place));
            case InspectionStep.Unsealed(String seal, boolean isIntact, String remark) ->
                    List.of(
                            new Part("seal", seal),
                            new Part("intact", yesOrNo(isIntact, language)),
                            new Part("remark", remark));
            case InspectionStep.Sampled(String sample, String lot, String seal, String material) ->
                    List.of(
                            new Part("sample", sample),
                            new Part("lot", lot.isEmpty() ? "–" : lot),
                            new Part("seal", seal),
                            new Part("material", material));
            case InspectionStep.Dispatched(String sample, String to) ->
                    List.of(new Part("sample", sample), new Part("to", to));
            case InspectionStep.Received(String sample, boolean isIntact, String remark) ->
                    List.of(
                            new Part("sample", sample),
                            new Part("intact", yesOrNo(isIntact, language)),
                            new Part("remark", remark));
            case InspectionStep.Resulted(String sample, String assay, String result) ->
                    List.of(
                            new Part("sample", sample),
                            new Part("assay", assay.isEmpty() ? "–" : assay),
                            new Part("result", result));
        };
    }

    private static String yesOrNo(boolean isSo, Language language) {
        return isSo ? language.pick("yes", "是") : language.pick("no", "否");
    }
}
