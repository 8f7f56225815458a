package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Entry;

/// Changes of plans, as canonical bytes and back.
final class ChangeJson {
    static final String CHANGED = "changed";

    static final String AMEND = "amend";
    static final String RECALL = "recall";
    static final String TRANSFER = "transfer";

    private static final String AMOUNT = "amount";
    private static final String REASON = "reason";

    private ChangeJson() {}

    /// The word for a change.
    static String code(Change change) {
        return switch (change) {
            case Change.Amend _ -> AMEND;
            case Change.Recall _ -> RECALL;
            case Change.Transfer _ -> TRANSFER;
        };
    }

    static byte[] bytes(Entry.Changed changed) {
        CanonicalJson json =
                with(
                        EntryJson.of(CHANGED)
                                .with("change", code(changed.change()))
                                .with("organisation", changed.organisation())
                                .with("person", changed.person())
                                .with("at", changed.atMicros()),
                        changed.change());
        return changed.change() instanceof Change.Recall
                ? json.with(AMOUNT, changed.amount()).bytes()
                : json.bytes();
    }

    static Entry.Changed changed(EntryMembers members) {
        Change change = change(members.text("change"), members);
        long amount = members.number(AMOUNT);
        return new Entry.Changed(
                change,
                change instanceof Change.Transfer ? -amount : amount,
                members.text("organisation"),
                members.text("person"),
                members.number("at"));
    }

    /// What a change says; of a recall, the entry alone says how much it was.
    static CanonicalJson with(CanonicalJson json, Change change) {
        return switch (change) {
            case Change.Amend(AccountId account, long amount, String clause, String reason) ->
                    json.with("account", account.toString())
                            .with(AMOUNT, amount)
                            .with("clause", clause)
                            .with(REASON, reason);
            case Change.Recall(AccountId account, String clause, String reason) ->
                    json.with("account", account.toString())
                            .with("clause", clause)
                            .with(REASON, reason);
            case Change.Transfer transfer ->
                    json.with("account", transfer.account().toString())
                            .with("to", transfer.to().toString())
                            .with("group", transfer.group())
                            .with(AMOUNT, transfer.amount())
                            .with(REASON, transfer.reason());
        };
    }

    /// @param code the word for it
    static Change change(String code, EntryMembers members) {
        AccountId account = members.account("account");
        String reason = members.text(REASON);
        return switch (code) {
            case AMEND ->
                    new Change.Amend(
                            account, members.number(AMOUNT), members.text("clause"), reason);
            case RECALL -> new Change.Recall(account, members.text("clause"), reason);
            case TRANSFER ->
                    new Change.Transfer(
                            account,
                            members.account("to"),
                            members.text("group"),
                            members.number(AMOUNT),
                            reason);
            case String other -> throw new IllegalArgumentException("no change: " + other);
        };
    }
}
