package org.ytterby.server.desk;

import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.web.Language;

/// A reward that was given, as a row.
///
/// @param party name of the enterprise
/// @param facility id; empty where it is for none in particular
/// @param caseName the case that it follows on; empty where it follows on none
/// @param amount a dash where it is no money
public record RewardView(
        String party,
        String facility,
        String caseName,
        String kind,
        String amount,
        String basis,
        String reason,
        String when) {
    public static RewardView of(Entry.Awarded awarded, String partyName, Language language) {
        Reward reward = awarded.reward();
        return new RewardView(
                partyName,
                reward.facility(),
                reward.caseName(),
                kind(reward.kind(), language),
                reward.amountYuan() == 0 ? "–" : language.yuan(reward.amountYuan()),
                reward.basis(),
                reward.reason(),
                language.date(awarded.atMicros()));
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
