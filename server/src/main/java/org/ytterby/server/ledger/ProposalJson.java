package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;

/// What was proposed, as canonical bytes and back.
final class ProposalJson {
    /// What the subjects of proposals in cases begin with.
    static final String OF_CASES = "case";

    /// What the subjects of proposals of dated law begin with.
    static final String OF_LAW = "law";

    /// What the subjects of proposals of rewards begin with.
    static final String OF_REWARDS = "reward";

    private ProposalJson() {}

    static byte[] bytes(Entry.Proposed proposed) {
        CanonicalJson json =
                EntryJson.of("proposed")
                        .with("proposal", proposed.proposal())
                        .with("organisation", proposed.organisation())
                        .with("person", proposed.person())
                        .with("until", proposed.untilMicros())
                        .with("command", code(proposed.command()));
        return switch (proposed.command()) {
            case Command.Grant(AccountId account, long amount, DeclaredRow document) ->
                    json.with("account", account.toString())
                            .with("amount", amount)
                            .with("table", document.table())
                            .with("row", document.cells())
                            .bytes();
            case Command.Split(AccountId from, AccountId to, long amount, DeclaredRow document) ->
                    json.with("from", from.toString())
                            .with("account", to.toString())
                            .with("amount", amount)
                            .with("table", document.table())
                            .with("row", document.cells())
                            .bytes();
            case Command.Penalise(String name, CaseStep.Penalised step) ->
                    CaseJson.with(json.with("case", name), step).bytes();
            case Command.Enact(DeclaredRow row) ->
                    json.with("table", row.table()).with("row", row.cells()).bytes();
            case Command.Award(Reward reward) -> RewardJson.with(json, reward).bytes();
            case Command.Revoke(Revocation revocation) -> RewardJson.with(json, revocation).bytes();
            case Command.Alter(Change change) -> ChangeJson.with(json, change).bytes();
        };
    }

    static Entry.Proposed proposed(EntryMembers members) {
        return new Entry.Proposed(
                members.text("proposal"),
                members.text("organisation"),
                members.text("person"),
                command(members),
                members.number("until"));
    }

    private static Command.FourEyes command(EntryMembers members) {
        return switch (members.text("command")) {
            case "grant" ->
                    new Command.Grant(
                            members.account("account"), members.number("amount"), members.row());
            case "split" ->
                    new Command.Split(
                            members.account("from"),
                            members.account("account"),
                            members.number("amount"),
                            members.row());
            case "penalise" ->
                    new Command.Penalise(members.text("case"), CaseJson.penalised(members));
            case "enact" -> new Command.Enact(members.row());
            case "award" -> new Command.Award(RewardJson.reward(members));
            case "revoke" -> new Command.Revoke(RewardJson.revocation(members));
            case String other -> new Command.Alter(ChangeJson.change(other, members));
        };
    }

    /// The word for a command.
    static String code(Command.FourEyes command) {
        return switch (command) {
            case Command.Grant _ -> "grant";
            case Command.Split _ -> "split";
            case Command.Penalise _ -> "penalise";
            case Command.Enact _ -> "enact";
            case Command.Award _ -> "award";
            case Command.Revoke _ -> "revoke";
            case Command.Alter(Change change) -> ChangeJson.code(change);
        };
    }

    /// What it is about: the account that would be opened or altered, the case, the table of law,
    /// or the party that is rewarded or whose reward is taken back.
    static String subject(Command.FourEyes command) {
        return switch (command) {
            case Command.Grant grant -> grant.account().toString();
            case Command.Split split -> split.to().toString();
            case Command.Penalise penalise -> OF_CASES + ":" + penalise.name();
            case Command.Enact enact -> OF_LAW + ":" + enact.row().table();
            case Command.Award award -> OF_REWARDS + ":" + award.reward().party();
            case Command.Revoke revoke -> OF_REWARDS + ":" + revoke.revocation().party();
            case Command.Alter(Change change) -> change.account().toString();
        };
    }
}
