package org.ytterby.core.ledger.entry;

/// Why a submission was not taken.
///
/// @param subject what it is about: a table and row, an account, a hold
/// @param value what was found there
public record Refusal(Code code, String subject, String value) {
    /// The reasons, in order of precedence: of several that hold, the first is given.
    public enum Code {
        KEY_REUSED("key-reused", "another request was sent under the same key", "同一幂等键已用于另一请求"),
        TABLE_UNKNOWN("table-unknown", "no such table", "没有这张表"),
        TABLE_RESERVED(
                "table-reserved", "only an authority declares rows of this table", "仅主管部门可申报本表"),
        FACILITY_UNKNOWN("facility-unknown", "no such facility is registered", "该场所未登记"),
        FACILITY_OF_ANOTHER(
                "facility-of-another", "the facility belongs to another organisation", "该场所属于其他单位"),
        AMOUNT_NOT_POSITIVE("amount-not-positive", "the amount must be above 0", "数量必须大于 0"),
        ACCOUNT_EXISTS("account-exists", "this account is open already", "该账户已开立"),
        ACCOUNT_UNKNOWN("account-unknown", "no such account", "没有该账户"),
        ACCOUNT_OF_ANOTHER(
                "account-of-another", "the account belongs to another organisation", "该账户属于其他单位"),
        KIND_DIFFERS("kind-differs", "the two accounts are of different kinds", "两个账户类别不同"),
        HOLD_EXISTS("hold-exists", "this reservation exists already", "该预留已存在"),
        HOLD_UNKNOWN("hold-unknown", "no such reservation", "没有该预留"),
        HOLD_OF_ANOTHER(
                "hold-of-another", "the reservation belongs to another organisation", "该预留属于其他单位"),
        HOLD_ENDED(
                "hold-ended",
                "the reservation was confirmed, released or has expired",
                "该预留已确认、已释放或已过期"),
        HOLD_EXPIRED("hold-expired", "the reservation has run out of time", "该预留已超过期限"),
        HOLD_NOT_EXPIRED("hold-not-expired", "the reservation has time left", "该预留尚未到期"),
        UNTIL_IN_THE_PAST(
                "until-in-the-past", "the reservation would end before now", "预留期限早于当前时间"),
        ABOVE_HOLD("above-hold", "more than was reserved", "超过预留数量"),
        OVERDRAFT("overdraft", "more than is left of the account", "超过账户余额");

        private final String text;
        private final String en;
        private final String zh;

        Code(String text, String en, String zh) {
            this.text = text;
            this.en = en;
            this.zh = zh;
        }

        /// The stable name.
        public String text() {
            return text;
        }

        /// The reason in English.
        public String en() {
            return en;
        }

        /// The reason in Chinese.
        public String zh() {
            return zh;
        }

        /// @throws IllegalArgumentException unless it is the stable name of a code
        public static Code parse(String text) {
            for (Code code : values()) {
                if (code.text.equals(text)) {
                    return code;
                }
            }
            throw new IllegalArgumentException("no refusal code: " + text);
        }
    }
}
