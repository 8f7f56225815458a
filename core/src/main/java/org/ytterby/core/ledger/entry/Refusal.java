package org.ytterby.core.ledger.entry;

/// Why a submission was not taken.
///
/// @param subject what it is about: a table and row, an account, a hold
/// @param value what was found there
public record Refusal(Code code, String subject, String value) {
    /// The reasons, in order of precedence: of several that hold, the first is given.
    public enum Code {
        KEY_REUSED("key-reused", "another request was sent under the same key", "同一幂等键已用于另一请求"),
        PROPOSAL_EXISTS("proposal-exists", "this proposal exists already", "该提案已存在"),
        PROPOSAL_UNKNOWN("proposal-unknown", "no such proposal", "没有该提案"),
        PROPOSAL_ENDED(
                "proposal-ended",
                "the proposal was approved, rejected, withdrawn or has lapsed",
                "该提案已批准、已否决、已撤回或已失效"),
        PROPOSAL_EXPIRED("proposal-expired", "the proposal has run out of time", "该提案已超过期限"),
        PROPOSAL_NOT_EXPIRED("proposal-not-expired", "the proposal has time left", "该提案尚未到期"),
        PROPOSAL_SPAN(
                "proposal-span",
                "a proposal ends after now and within 90 days",
                "提案期限须晚于当前时间且不超过 90 天"),
        SAME_PERSON("same-person", "the second person must be another one", "复核人不得为提案人本人"),
        NOT_PROPOSER("not-proposer", "only who proposed it may withdraw it", "仅提案人可撤回"),
        NOT_ALLOWED("not-allowed", "this is not the sender's to decide", "该事项不由申请人决定"),
        TABLE_UNKNOWN("table-unknown", "no such table", "没有这张表"),
        TABLE_RESERVED(
                "table-reserved", "only an authority declares rows of this table", "仅主管部门可申报本表"),
        APPROVAL_NEEDED(
                "approval-needed",
                "this takes two persons: one proposes it, another approves it",
                "须经两人办理：一人提出，另一人批准"),
        FACILITY_UNKNOWN("facility-unknown", "no such facility is registered", "该场所未登记"),
        FACILITY_OF_ANOTHER(
                "facility-of-another", "the facility belongs to another organisation", "该场所属于其他单位"),
        AMOUNT_NOT_POSITIVE("amount-not-positive", "the amount must be above 0", "数量必须大于 0"),
        ACCOUNT_EXISTS("account-exists", "this account is open already", "该账户已开立"),
        ACCOUNT_UNKNOWN("account-unknown", "no such account", "没有该账户"),
        ACCOUNT_OF_ANOTHER(
                "account-of-another", "the account belongs to another organisation", "该账户属于其他单位"),
        KIND_DIFFERS("kind-differs", "the two accounts are of different kinds", "两个账户类别不同"),
        GROUP_DIFFERS(
                "group-differs",
                "the plan's holder does not belong to this group today",
                "该计划的持有单位目前不属于本集团"),
        PLAN_DIFFERS(
                "plan-differs",
                "the two plans are of different years, kinds or ores",
                "两个计划的年度、类别或矿种不同"),
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
        OVERDRAFT("overdraft", "more than is left of the account", "超过账户余额"),
        NOTHING_LEFT("nothing-left", "nothing is left of the plan", "该计划已无余额"),
        ABOVE_ACCOUNT("above-account", "more than an account can hold", "超出账户可记数量"),
        ROW_EXISTS(
                "row-exists",
                "a row of this key begins on this day already; choose another day",
                "该主键已有同日起始的行，请选择其他日期"),
        REWARD_UNKNOWN(
                "reward-unknown", "no such reward was given to this organisation", "未授予该单位此项奖励"),
        REWARD_REVOKED("reward-revoked", "this reward was revoked already", "该奖励已撤销"),
        CASE_EXISTS("case-exists", "this case exists already", "该案件已存在"),
        CASE_UNKNOWN("case-unknown", "no such case", "没有该案件"),
        CASE_OF_ANOTHER("case-of-another", "the case concerns another organisation", "该案件涉及其他单位"),
        CASE_PART_EXISTS(
                "case-part-exists",
                "the case has a seal, sample or task of this name already",
                "案件中已有同名封识、样品或协查事项"),
        CASE_PART_UNKNOWN(
                "case-part-unknown",
                "the case has no such seal, sample, task or penalty",
                "案件中没有该封识、样品、协查事项或处罚"),
        CASE_PART_OF_ANOTHER(
                "case-part-of-another",
                "the sample is in other hands, or the task another organisation's",
                "样品由其他单位持有，或协查事项属于其他单位"),
        CASE_PART_STATE(
                "case-part-state",
                "this does not follow on what happened to this seal, sample, task or penalty",
                "该封识、样品、协查事项或处罚当前状态下不能执行此操作"),
        CASE_STATE(
                "case-state",
                "this does not follow on what happened in the case",
                "案件当前状态下不能执行此操作"),
        CASE_AWAITS_REPLY(
                "case-awaits-reply", "the enterprise still has time to reply", "企业答复期限未满"),
        APPEAL_LATE(
                "appeal-late",
                "the time to appeal against this penalty has ended",
                "对该处罚申请复议的期限已过"),
        APPEAL_JUDGE(
                "appeal-judge",
                "who decided the case, imposed a penalty in it or has it assigned cannot rule on its appeals",
                "案件的认定人、处罚批准人和承办人不得对其复议申请作出决定"),
        APPEAL_FINE(
                "appeal-fine",
                "a reduced fine is lower than the one that was imposed",
                "减轻后的罚款须低于原罚款"),
        CASE_DUE(
                "case-due",
                "the time to reply ends after now and within 366 days",
                "答复期限须晚于当前时间且不超过 366 天"),
        CASE_FULL(
                "case-full",
                "the case has 1,000 steps: it can only be decided, penalised, appealed, checked and closed",
                "案件已有 1,000 个步骤，只能作出决定、处罚、复议、核查整改或结案");

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
