package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;

/// Rewards and their revocations, as canonical bytes and back.
final class RewardJson {
    static final String AWARDED = "awarded";
    static final String REVOKED = "revoked";

    private RewardJson() {}

    static byte[] bytes(Entry.Awarded awarded) {
        return with(
                        EntryJson.of(AWARDED)
                                .with("organisation", awarded.organisation())
                                .with("person", awarded.person())
                                .with("at", awarded.atMicros()),
                        awarded.reward())
                .bytes();
    }

    static Entry.Awarded awarded(EntryMembers members) {
        return new Entry.Awarded(
                reward(members),
                members.text("organisation"),
                members.text("person"),
                members.number("at"));
    }

    static byte[] bytes(Entry.Revoked revoked) {
        return with(
                        EntryJson.of(REVOKED)
                                .with("organisation", revoked.organisation())
                                .with("person", revoked.person())
                                .with("at", revoked.atMicros()),
                        revoked.revocation())
                .bytes();
    }

    static Entry.Revoked revoked(EntryMembers members) {
        return new Entry.Revoked(
                revocation(members),
                members.text("organisation"),
                members.text("person"),
                members.number("at"));
    }

    static CanonicalJson with(CanonicalJson json, Revocation revocation) {
        return json.with("reward", revocation.reward())
                .with("party", revocation.party())
                .with("basis", revocation.basis())
                .with("reason", revocation.reason());
    }

    static Revocation revocation(EntryMembers members) {
        return new Revocation(
                members.text("reward"),
                members.text("party"),
                members.text("basis"),
                members.text("reason"));
    }

    static CanonicalJson with(CanonicalJson json, Reward reward) {
        return json.with("party", reward.party())
                .with("facility", reward.facility())
                .with("case", reward.caseName())
                .with("reward", reward.kind().code())
                .with("amount", reward.amountYuan())
                .with("basis", reward.basis())
                .with("reason", reward.reason());
    }

    static Reward reward(EntryMembers members) {
        return new Reward(
                members.text("party"),
                members.text("facility"),
                members.text("case"),
                Reward.Kind.parse(members.text("reward")),
                members.number("amount"),
                members.text("basis"),
                members.text("reason"));
    }
}
