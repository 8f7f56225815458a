package org.ytterby.server.desk;

import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.ledger.GivenReward;
import org.ytterby.server.web.Language;

/// A reward that was given, as a row.
///
/// @param name of the proposal by which it was given; empty where it cannot be revoked
/// @param party name of the enterprise
/// @param facility id; empty where it is for none in particular
/// @param caseName the case that it follows on; empty where it follows on none
/// @param amount a dash where it is no money
/// @param revoked when and why it was taken back; empty while it stands
public record RewardView(
        String name,
        String party,
        String facility,
        String caseName,
        String kind,
        String amount,
        String basis,
        String reason,
        String when,
        String revoked) {
    public static RewardView of(GivenReward given, String partyName, Language language) {
        Reward reward = given.reward();
        Entry.Revoked revoked = given.revoked();
        return new RewardView(
                revoked == null ? given.name() : "",
                partyName,
                reward.facility(),
                reward.caseName(),
                kind(reward.kind(), language),
                reward.amountYuan() == 0 ? "–" : language.yuan(reward.amountYuan()),
                reward.basis(),
                reward.reason(),
                language.date(given.awarded().atMicros()),
                revoked == null
                        ? ""
                        : language.pick("Revoked on %s: %s (%s)", "%s 撤销：%s（%s）")
                                .formatted(
                                        language.date(revoked.atMicros()),
                                        revoked.revocation().reason(),
                                        revoked.revocation().basis()));
    }

    /// What a kind of reward is called.
    public static String kind(Reward.Kind kind, Language language) {
        return switch (kind) {
            case COMMENDATION -> language.pick("Commendation", "通报表扬");
            case MONEY -> language.pick("Money", "资金奖励");
            case PLAN_PREFERENCE -> language.pick("Preference in the next plan", "下年度指标倾斜");
        };
    }
}
