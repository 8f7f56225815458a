package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.TaskStep;

/// Steps of cases, as canonical bytes and back.
final class CaseJson {
    private CaseJson() {}

    static byte[] bytes(Entry.Stepped stepped) {
        CanonicalJson json =
                EntryJson.of("case")
                        .with("case", stepped.name())
                        .with("step", stepped.step().code())
                        .with("organisation", stepped.organisation())
                        .with("person", stepped.person())
                        .with("at", stepped.atMicros());
        return with(json, stepped.step()).bytes();
    }

    private static CanonicalJson with(CanonicalJson json, CaseStep step) {
        return switch (step) {
            case CaseStep.Opened opened ->
                    json.with("finding", opened.finding())
                            .with("rule", opened.rule())
                            .with("party", opened.party())
                            .with("facility", opened.facility())
                            .with("assigned", opened.assigned());
            case CaseStep.Asked(String question, long due) ->
                    json.with("question", question).with("due", due);
            case CaseStep.Replied(String reply) -> json.with("reply", reply);
            case CaseStep.Noted(String evidence) -> json.with("evidence", evidence);
            case CaseStep.Decided(boolean _, String reason, String clause) ->
                    json.with("reason", reason).with("clause", clause);
            case CaseStep.Penalised penalised -> with(json, penalised);
            case CaseStep.Closed(String reason) -> json.with("reason", reason);
            case CorrectionStep.Ordered(String order, long due) ->
                    json.with("order", order).with("due", due);
            case CorrectionStep.Reported(String report) -> json.with("report", report);
            case CorrectionStep.Checked(boolean _, String reason) -> json.with("reason", reason);
            case TaskStep.Tasked(String task, String to, String request, long due) ->
                    json.with("task", task)
                            .with("to", to)
                            .with("request", request)
                            .with("due", due);
            case TaskStep.Answered(String task, String answer) ->
                    json.with("task", task).with("answer", answer);
            case AppealStep.Appealed(String penalty, String ground, long until) ->
                    json.with("penalty", penalty).with("ground", ground).with("until", until);
            case AppealStep.Ruled(
                            String penalty,
                            AppealStep.Outcome outcome,
                            long fine,
                            String reason) ->
                    outcome == AppealStep.Outcome.REDUCED
                            ? json.with("penalty", penalty)
                                    .with("fine", fine)
                                    .with("reason", reason)
                            : json.with("penalty", penalty).with("reason", reason);
            case InspectionStep inspection -> InspectionJson.with(json, inspection);
        };
    }

    static CanonicalJson with(CanonicalJson json, CaseStep.Penalised penalised) {
        return json.with("clause", penalised.clause())
                .with("fine", penalised.fineYuan())
                .with("reason", penalised.reason());
    }

    static Entry.Stepped stepped(EntryMembers members) {
        return new Entry.Stepped(
                members.text("case"),
                step(members),
                members.text("organisation"),
                members.text("person"),
                members.number("at"));
    }

    private static CaseStep step(EntryMembers members) {
        return switch (members.text("step")) {
            case "opened" ->
                    new CaseStep.Opened(
                            members.text("finding"),
                            members.text("rule"),
                            members.text("party"),
                            members.text("facility"),
                            members.text("assigned"));
            case "asked" -> new CaseStep.Asked(members.text("question"), members.number("due"));
            case "replied" -> new CaseStep.Replied(members.text("reply"));
            case "noted" -> new CaseStep.Noted(members.text("evidence"));
            case "confirmed" -> decided(members, true);
            case "refuted" -> decided(members, false);
            case "penalised" -> penalised(members);
            case "closed" -> new CaseStep.Closed(members.text("reason"));
            case "ordered" ->
                    new CorrectionStep.Ordered(members.text("order"), members.number("due"));
            case "reported" -> new CorrectionStep.Reported(members.text("report"));
            case "corrected" -> new CorrectionStep.Checked(true, members.text("reason"));
            case "not-corrected" -> new CorrectionStep.Checked(false, members.text("reason"));
            case "tasked" ->
                    new TaskStep.Tasked(
                            members.text("task"),
                            members.text("to"),
                            members.text("request"),
                            members.number("due"));
            case "answered" -> new TaskStep.Answered(members.text("task"), members.text("answer"));
            case "appealed" ->
                    new AppealStep.Appealed(
                            members.text("penalty"),
                            members.text("ground"),
                            members.number("until"));
            case "penalty-upheld" -> ruled(members, AppealStep.Outcome.UPHELD, 0);
            case "penalty-reduced" ->
                    ruled(members, AppealStep.Outcome.REDUCED, members.number("fine"));
            case "penalty-withdrawn" -> ruled(members, AppealStep.Outcome.WITHDRAWN, 0);
            case String other -> InspectionJson.step(other, members);
        };
    }

    private static CaseStep ruled(EntryMembers members, AppealStep.Outcome outcome, long fineYuan) {
        return new AppealStep.Ruled(
                members.text("penalty"), outcome, fineYuan, members.text("reason"));
    }

    private static CaseStep decided(EntryMembers members, boolean isConfirmed) {
        return new CaseStep.Decided(isConfirmed, members.text("reason"), members.text("clause"));
    }

    static CaseStep.Penalised penalised(EntryMembers members) {
        return new CaseStep.Penalised(
                members.text("clause"), members.number("fine"), members.text("reason"));
    }
}
