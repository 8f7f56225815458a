package org.ytterby.server.ledger;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;

/// Entries as the canonical bytes that are stored and hashed, and back.
final class EntryJson {
    private EntryJson() {}

    /// What an entry is found by: the table of what is declared, else its kind.
    static String topic(Entry entry) {
        return switch (entry) {
            case Entry.Verdict _ -> "verdict";
            case Entry.Declared(DeclaredRow row) -> row.table();
            case Entry.Granted _ -> "granted";
            case Entry.Passed _ -> "passed";
            case Entry.Changed _ -> ChangeJson.CHANGED;
            case Entry.Proposed _ -> "proposed";
            case Entry.Approved _ -> "approved";
            case Entry.Rejected _ -> "rejected";
            case Entry.Withdrawn _ -> "withdrawn";
            case Entry.Lapsed _ -> "lapsed";
            case Entry.Stepped _ -> "case";
            case Entry.Enacted _ -> LawJson.ENACTED;
            case Entry.Awarded _ -> RewardJson.AWARDED;
            case Entry.Revoked _ -> RewardJson.REVOKED;
            case Entry.Reserved _ -> "reserved";
            case Entry.Confirmed _ -> "confirmed";
            case Entry.Released _ -> "released";
            case Entry.Expired _ -> "expired";
        };
    }

    static byte[] bytes(Entry entry) {
        return switch (entry) {
            case Entry.Verdict verdict -> verdict(verdict);
            case Entry.Declared(DeclaredRow row) ->
                    of("declared").with("table", row.table()).with("row", row.cells()).bytes();
            case Entry.Granted(AccountId account, String holder, long amount) ->
                    of("granted")
                            .with("account", account.toString())
                            .with("holder", holder)
                            .with("amount", amount)
                            .bytes();
            case Entry.Passed(AccountId from, AccountId to, String holder, long amount) ->
                    of("passed")
                            .with("from", from.toString())
                            .with("to", to.toString())
                            .with("holder", holder)
                            .with("amount", amount)
                            .bytes();
            case Entry.Changed changed -> ChangeJson.bytes(changed);
            case Entry.Proposed proposed -> ProposalJson.bytes(proposed);
            case Entry.Approved(String proposal, String organisation, String person) ->
                    of("approved")
                            .with("proposal", proposal)
                            .with("organisation", organisation)
                            .with("person", person)
                            .bytes();
            case Entry.Rejected rejected ->
                    of("rejected")
                            .with("proposal", rejected.proposal())
                            .with("organisation", rejected.organisation())
                            .with("person", rejected.person())
                            .with("reason", rejected.reason())
                            .bytes();
            case Entry.Withdrawn(String proposal, String person) ->
                    of("withdrawn").with("proposal", proposal).with("person", person).bytes();
            case Entry.Lapsed(String proposal) -> of("lapsed").with("proposal", proposal).bytes();
            case Entry.Stepped stepped -> CaseJson.bytes(stepped);
            case Entry.Enacted enacted -> LawJson.bytes(enacted);
            case Entry.Awarded awarded -> RewardJson.bytes(awarded);
            case Entry.Revoked revoked -> RewardJson.bytes(revoked);
            case Entry.Reserved reserved ->
                    of("reserved")
                            .with("account", reserved.account().toString())
                            .with("hold", reserved.hold())
                            .with("organisation", reserved.organisation())
                            .with("amount", reserved.amount())
                            .with("until", reserved.untilMicros())
                            .bytes();
            case Entry.Confirmed(String hold, long amount) ->
                    of("confirmed").with("hold", hold).with("amount", amount).bytes();
            case Entry.Released(String hold) -> of("released").with("hold", hold).bytes();
            case Entry.Expired(String hold) -> of("expired").with("hold", hold).bytes();
        };
    }

    private static byte[] verdict(Entry.Verdict verdict) {
        CanonicalJson json =
                of("verdict")
                        .with("organisation", verdict.sender().organisation())
                        .with("person", verdict.sender().person())
                        .with("standing", verdict.sender().standing().name())
                        .with("key", verdict.key())
                        .with("digest", verdict.digest())
                        .with("at", verdict.atMicros())
                        .with("entries", verdict.entries());
        Attestation attestation = verdict.sender().attestation();
        if (attestation != null) {
            json.with("signer", attestation.key())
                    .with("signed", attestation.signed())
                    .with("signature", attestation.signature());
        }
        return switch (verdict.outcome()) {
            case Entry.Outcome.Accepted() -> json.with("outcome", "accepted").bytes();
            case Entry.Outcome.Refused(Refusal refusal) ->
                    json.with("outcome", "refused")
                            .with("code", refusal.code().text())
                            .with("subject", refusal.subject())
                            .with("value", refusal.value())
                            .bytes();
        };
    }

    static CanonicalJson of(String kind) {
        return new CanonicalJson().with("kind", kind);
    }

    /// @throws IllegalArgumentException unless the bytes are exactly those of an entry
    static Entry parse(byte[] bytes) {
        EntryMembers members = EntryMembers.read(bytes);
        return switch (members.text("kind")) {
            case "verdict" -> verdict(members);
            case "declared" -> new Entry.Declared(members.row());
            case "granted" ->
                    new Entry.Granted(
                            members.account("account"),
                            members.text("holder"),
                            members.number("amount"));
            case "passed" ->
                    new Entry.Passed(
                            members.account("from"),
                            members.account("to"),
                            members.text("holder"),
                            members.number("amount"));
            case ChangeJson.CHANGED -> ChangeJson.changed(members);
            case "proposed" -> ProposalJson.proposed(members);
            case "approved" ->
                    new Entry.Approved(
                            members.text("proposal"),
                            members.text("organisation"),
                            members.text("person"));
            case "rejected" ->
                    new Entry.Rejected(
                            members.text("proposal"),
                            members.text("organisation"),
                            members.text("person"),
                            members.text("reason"));
            case "withdrawn" ->
                    new Entry.Withdrawn(members.text("proposal"), members.text("person"));
            case "lapsed" -> new Entry.Lapsed(members.text("proposal"));
            case "case" -> CaseJson.stepped(members);
            case LawJson.ENACTED -> LawJson.enacted(members);
            case RewardJson.AWARDED -> RewardJson.awarded(members);
            case RewardJson.REVOKED -> RewardJson.revoked(members);
            case "reserved" ->
                    new Entry.Reserved(
                            members.account("account"),
                            members.text("hold"),
                            members.text("organisation"),
                            members.number("amount"),
                            members.number("until"));
            case "confirmed" -> new Entry.Confirmed(members.text("hold"), members.number("amount"));
            case "released" -> new Entry.Released(members.text("hold"));
            case "expired" -> new Entry.Expired(members.text("hold"));
            case String other -> throw new IllegalArgumentException("no kind of entry: " + other);
        };
    }

    private static Entry verdict(EntryMembers members) {
        Entry.Outcome outcome =
                members.text("outcome").equals("accepted")
                        ? new Entry.Outcome.Accepted()
                        : new Entry.Outcome.Refused(
                                new Refusal(
                                        Refusal.Code.parse(members.text("code")),
                                        members.text("subject"),
                                        members.text("value")));
        return new Entry.Verdict(
                new Sender(
                        members.text("organisation"),
                        members.text("person"),
                        Sender.Standing.valueOf(members.text("standing")),
                        attestation(members)),
                members.text("key"),
                members.text("digest"),
                members.number("at"),
                Math.toIntExact(members.number("entries")),
                outcome);
    }

    private static @Nullable Attestation attestation(EntryMembers members) {
        return members.has("signer")
                ? new Attestation(
                        members.text("signer"), members.text("signed"), members.text("signature"))
                : null;
    }
}
