package org.ytterby.core.ledger.entry;

/// What an enterprise is rewarded with, and for what.
///
/// @param party the enterprise
/// @param facility of theirs; empty where it is for none in particular
/// @param caseName the case that it follows on; empty where it follows on none
/// @param amountYuan CNY; 0 but for money
/// @param basis the clause, notice or decision that it rests on
public record Reward(
        String party,
        String facility,
        String caseName,
        Kind kind,
        long amountYuan,
        String basis,
        String reason) {
    /// What it consists of.
    public enum Kind {
        /// Named in public.
        COMMENDATION("commendation"),
        /// An amount of money.
        MONEY("money"),
        /// To be weighed in favour of the enterprise when the next plan is split.
        PLAN_PREFERENCE("plan-preference");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// @throws IllegalArgumentException unless it is the code of a kind
        public static Kind parse(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "kind: commendation, money or plan-preference / 类型须为 commendation、money 或 plan-preference: "
                            + code);
        }
    }

    /// @throws IllegalArgumentException if a text has another form, or unless there is an amount
    ///   exactly where the reward is money
    public Reward {
        Texts.requireText(party);
        Texts.requireTextOrNone(facility);
        if (!caseName.isEmpty()) {
            Texts.requireName(caseName);
        }
        Texts.requireText(basis);
        Texts.requireText(reason);
        Texts.requireExact(amountYuan);
        if (kind == Kind.MONEY ? amountYuan <= 0 : amountYuan != 0) {
            throw new IllegalArgumentException(
                    "amount: above 0 for money, 0 for what is none / 资金奖励金额须大于 0，其他奖励填 0: "
                            + amountYuan);
        }
    }
}
