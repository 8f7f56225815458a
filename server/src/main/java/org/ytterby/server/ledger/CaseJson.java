package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Entry;

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
            case String other -> throw new IllegalArgumentException("no step of a case: " + other);
        };
    }

    private static CaseStep decided(EntryMembers members, boolean isConfirmed) {
        return new CaseStep.Decided(isConfirmed, members.text("reason"), members.text("clause"));
    }

    static CaseStep.Penalised penalised(EntryMembers members) {
        return new CaseStep.Penalised(
                members.text("clause"), members.number("fine"), members.text("reason"));
    }
}
