package org.ytterby.server.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.core.ledger.entry.TaskStep;

/// What must follow an accepted command, as members of entries: written from
/// `docs/reference/ledger.md` and not from the code that writes them.
final class ExpectedEntries {
    private ExpectedEntries() {}

    /// @param proposed what was proposed before, by name
    /// @param left what is left of an account before
    static List<Map<String, Object>> of(
            Command command,
            Entry.Verdict verdict,
            Map<String, Command.FourEyes> proposed,
            Function<AccountId, BigInteger> left) {
        String organisation = verdict.sender().organisation();
        String person = verdict.sender().person();
        return switch (command) {
            case Command.Declare(List<DeclaredRow> rows) ->
                    rows.stream().map(ExpectedEntries::declared).toList();
            case Command.FourEyes bound -> bound(bound, verdict, left);
            case Command.Reserve r ->
                    one(
                            "reserved",
                            Map.of(
                                    "account", r.account().toString(),
                                    "hold", r.hold(),
                                    "organisation", organisation,
                                    "amount", r.amount(),
                                    "until", r.untilMicros()));
            case Command.Confirm(String hold, long amount) ->
                    one("confirmed", Map.of("hold", hold, "amount", amount));
            case Command.Release(String hold) -> one("released", Map.of("hold", hold));
            case Command.Expire(String hold) -> one("expired", Map.of("hold", hold));
            case Command.Propose p -> one("proposed", proposal(p, organisation, person));
            case Command.Approve(String name) -> {
                List<Map<String, Object>> all =
                        new ArrayList<>(
                                one(
                                        "approved",
                                        Map.of(
                                                "proposal", name,
                                                "organisation", organisation,
                                                "person", person)));
                all.addAll(bound(Objects.requireNonNull(proposed.get(name)), verdict, left));
                yield all;
            }
            case Command.Reject(String name, String reason) ->
                    one(
                            "rejected",
                            Map.of(
                                    "proposal", name,
                                    "organisation", organisation,
                                    "person", person,
                                    "reason", reason));
            case Command.Withdraw(String name) ->
                    one("withdrawn", Map.of("proposal", name, "person", person));
            case Command.Lapse(String name) -> one("lapsed", Map.of("proposal", name));
            case Command.Act act -> stepped(act.name(), act.step(), verdict);
        };
    }

    private static List<Map<String, Object>> one(String kind, Map<String, Object> members) {
        Map<String, Object> entry = new TreeMap<>(members);
        entry.put("kind", kind);
        return List.of(entry);
    }

    private static Map<String, Object> declared(DeclaredRow row) {
        return Map.of("kind", "declared", "table", row.table(), "row", new TreeMap<>(row.cells()));
    }

    private static String holder(DeclaredRow document) {
        return document.cell(document.table().equals("licences") ? "exporter" : "holder");
    }

    private static List<Map<String, Object>> bound(
            Command.FourEyes command, Entry.Verdict verdict, Function<AccountId, BigInteger> left) {
        return switch (command) {
            case Command.Grant g ->
                    List.of(
                            declared(g.document()),
                            Map.of(
                                    "kind", "granted",
                                    "account", g.account().toString(),
                                    "holder", holder(g.document()),
                                    "amount", g.amount()));
            case Command.Split s ->
                    List.of(
                            declared(s.document()),
                            Map.of(
                                    "kind", "passed",
                                    "from", s.from().toString(),
                                    "to", s.to().toString(),
                                    "holder", holder(s.document()),
                                    "amount", s.amount()));
            case Command.Penalise p -> stepped(p.name(), p.step(), verdict);
            case Command.Enact(DeclaredRow row) -> {
                Map<String, Object> members = by(verdict);
                members.put("table", row.table());
                members.put("row", new TreeMap<>(row.cells()));
                yield one("enacted", members);
            }
            case Command.Award(Reward reward) -> {
                Map<String, Object> members = by(verdict);
                members.putAll(reward(reward));
                yield one("awarded", members);
            }
            case Command.Revoke(Revocation revocation) -> {
                Map<String, Object> members = by(verdict);
                members.putAll(revocation(revocation));
                yield one("revoked", members);
            }
            case Command.Alter(Change change) -> {
                Map<String, Object> members = by(verdict);
                members.put("change", code(change));
                members.putAll(change(change));
                if (change instanceof Change.Recall recall) {
                    members.put("amount", left.apply(recall.account()).negate());
                }
                yield one("changed", members);
            }
        };
    }

    private static Map<String, Object> by(Entry.Verdict verdict) {
        Map<String, Object> members = new TreeMap<>();
        members.put("organisation", verdict.sender().organisation());
        members.put("person", verdict.sender().person());
        members.put("at", verdict.atMicros());
        return members;
    }

    private static Map<String, Object> reward(Reward reward) {
        return Map.of(
                "party", reward.party(),
                "facility", reward.facility(),
                "case", reward.caseName(),
                "reward", reward.kind().code(),
                "amount", reward.amountYuan(),
                "basis", reward.basis(),
                "reason", reward.reason());
    }

    private static Map<String, Object> revocation(Revocation revocation) {
        return Map.of(
                "reward", revocation.reward(),
                "party", revocation.party(),
                "basis", revocation.basis(),
                "reason", revocation.reason());
    }

    private static Map<String, Object> proposal(
            Command.Propose propose, String organisation, String person) {
        Map<String, Object> members = new TreeMap<>();
        members.put("proposal", propose.proposal());
        members.put("organisation", organisation);
        members.put("person", person);
        members.put("until", propose.untilMicros());
        switch (propose.command()) {
            case Command.Grant g -> {
                members.put("command", "grant");
                members.put("account", g.account().toString());
                members.put("amount", g.amount());
                document(members, g.document());
            }
            case Command.Split s -> {
                members.put("command", "split");
                members.put("from", s.from().toString());
                members.put("account", s.to().toString());
                members.put("amount", s.amount());
                document(members, s.document());
            }
            case Command.Penalise p -> {
                members.put("command", "penalise");
                members.put("case", p.name());
                members.putAll(step(p.step()));
            }
            case Command.Enact(DeclaredRow row) -> {
                members.put("command", "enact");
                document(members, row);
            }
            case Command.Award(Reward reward) -> {
                members.put("command", "award");
                members.putAll(reward(reward));
            }
            case Command.Revoke(Revocation revocation) -> {
                members.put("command", "revoke");
                members.putAll(revocation(revocation));
            }
            case Command.Alter(Change change) -> {
                members.put("command", code(change));
                members.putAll(change(change));
            }
        }
        return members;
    }

    private static String code(Change change) {
        return switch (change) {
            case Change.Amend _ -> "amend";
            case Change.Recall _ -> "recall";
            case Change.Transfer _ -> "transfer";
        };
    }

    private static Map<String, Object> change(Change change) {
        String account = change.account().toString();
        return switch (change) {
            case Change.Amend a ->
                    Map.of(
                            "account", account,
                            "amount", a.amount(),
                            "clause", a.clause(),
                            "reason", a.reason());
            case Change.Recall r ->
                    Map.of("account", account, "clause", r.clause(), "reason", r.reason());
            case Change.Transfer t ->
                    Map.of(
                            "account", account,
                            "to", t.to().toString(),
                            "group", t.group(),
                            "amount", t.amount(),
                            "reason", t.reason());
        };
    }

    private static void document(Map<String, Object> members, DeclaredRow row) {
        members.put("table", row.table());
        members.put("row", new TreeMap<>(row.cells()));
    }

    private static List<Map<String, Object>> stepped(
            String name, CaseStep step, Entry.Verdict verdict) {
        Map<String, Object> members = by(verdict);
        members.put("case", name);
        members.put("step", step.code());
        members.putAll(step(step));
        return one("case", members);
    }

    private static Map<String, Object> step(CaseStep step) {
        return switch (step) {
            case CaseStep.Opened o ->
                    Map.of(
                            "finding", o.finding(),
                            "rule", o.rule(),
                            "party", o.party(),
                            "facility", o.facility(),
                            "assigned", o.assigned());
            case CaseStep.Asked a -> Map.of("question", a.question(), "due", a.dueMicros());
            case CaseStep.Replied r -> Map.of("reply", r.reply());
            case CaseStep.Noted n -> Map.of("evidence", n.evidence());
            case CaseStep.Decided d -> Map.of("reason", d.reason(), "clause", d.clause());
            case CaseStep.Penalised p ->
                    Map.of("clause", p.clause(), "fine", p.fineYuan(), "reason", p.reason());
            case CaseStep.Closed c -> Map.of("reason", c.reason());
            case CorrectionStep.Ordered o -> Map.of("order", o.order(), "due", o.dueMicros());
            case CorrectionStep.Reported r -> Map.of("report", r.report());
            case CorrectionStep.Checked c -> Map.of("reason", c.reason());
            case TaskStep.Tasked t ->
                    Map.of(
                            "task", t.task(),
                            "to", t.organisation(),
                            "request", t.request(),
                            "due", t.dueMicros());
            case AppealStep.Appealed a ->
                    Map.of("penalty", a.penalty(), "ground", a.ground(), "until", a.untilMicros());
            case AppealStep.Ruled r when r.outcome() == AppealStep.Outcome.REDUCED ->
                    Map.of("penalty", r.penalty(), "fine", r.fineYuan(), "reason", r.reason());
            case AppealStep.Ruled r -> Map.of("penalty", r.penalty(), "reason", r.reason());
            case TaskStep.Answered a -> Map.of("task", a.task(), "answer", a.answer());
            case InspectionStep.Visited v -> Map.of("found", v.found());
            case InspectionStep.Sealed s -> Map.of("seal", s.seal(), "place", s.place());
            case InspectionStep.Unsealed u ->
                    Map.of(
                            "seal", u.seal(),
                            "intact", u.isIntact() ? "yes" : "no",
                            "remark", u.remark());
            case InspectionStep.Sampled s ->
                    Map.of(
                            "sample", s.sample(),
                            "lot", s.lot(),
                            "seal", s.seal(),
                            "material", s.material());
            case InspectionStep.Dispatched d -> Map.of("sample", d.sample(), "to", d.to());
            case InspectionStep.Received r ->
                    Map.of(
                            "sample", r.sample(),
                            "intact", r.isIntact() ? "yes" : "no",
                            "remark", r.remark());
            case InspectionStep.Resulted r ->
                    Map.of("sample", r.sample(), "assay", r.assay(), "result", r.result());
        };
    }
}
