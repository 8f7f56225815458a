package org.ytterby.server.notices;

import org.ytterby.core.supervision.Text;

/// What a notice is about. Its title tells no name and no figure, so that a mail may bear it.
public enum Kind {
    CASE_ASKED("case-asked", "A question in a case", "案件问询"),
    CASE_ORDERED("case-ordered", "An order to correct", "责令改正"),
    CORRECTION_CHECKED("correction-checked", "A correction was checked", "整改已核查"),
    CASE_DECIDED("case-decided", "A finding was decided", "线索已认定"),
    CASE_PENALISED("case-penalised", "A penalty was imposed", "已作出处罚"),
    PENALTY_APPEALED("penalty-appealed", "An appeal against a penalty", "收到复议申请"),
    APPEAL_RULED("appeal-ruled", "An appeal was ruled on", "复议已作出决定"),
    CASE_CLOSED("case-closed", "A case was closed", "案件已办结"),
    TASK_GIVEN("task-given", "A task for your department", "本部门协查事项"),
    SAMPLE_SENT("sample-sent", "A sample is on its way to you", "样品已寄送"),
    CASE_REPLIED("case-replied", "A reply in your case", "承办案件收到答复"),
    CORRECTION_REPORTED("correction-reported", "A correction was reported", "收到整改报告"),
    TASK_ANSWERED("task-answered", "A task was answered", "协查事项已回复"),
    SAMPLE_RESULTED("sample-resulted", "A sample was examined", "样品已出结果"),
    REWARD_GIVEN("reward-given", "A reward was given", "已授予奖励"),
    REWARD_REVOKED("reward-revoked", "A reward was revoked", "奖励已撤销"),
    PROPOSAL_WAITING("proposal-waiting", "A proposal waits for a second person", "提案待第二人办理"),
    PROPOSAL_APPROVED("proposal-approved", "Your proposal was approved", "提案已批准"),
    PROPOSAL_REJECTED("proposal-rejected", "Your proposal was rejected", "提案已驳回"),
    PROPOSAL_LAPSED("proposal-lapsed", "Your proposal has lapsed", "提案已失效"),
    FINDING_NEW("finding-new", "A new finding about you", "涉及本单位的新线索"),
    /// Its subject is how many.
    FINDINGS_NEW("findings-new", "New findings", "新线索"),
    REPLY_DUE("reply-due", "A reply is due soon", "答复即将到期"),
    REPLY_OVERDUE("reply-overdue", "A reply is overdue", "答复已逾期"),
    CORRECTION_DUE("correction-due", "A correction is due soon", "整改即将到期"),
    CORRECTION_OVERDUE("correction-overdue", "A correction is overdue", "整改已逾期"),
    TASK_DUE("task-due", "A task is due soon", "协查事项即将到期"),
    TASK_OVERDUE("task-overdue", "A task is overdue", "协查事项已逾期"),
    RULING_DUE("ruling-due", "A ruling on an appeal is due soon", "复议决定即将到期"),
    RULING_OVERDUE("ruling-overdue", "A ruling on an appeal is overdue", "复议决定已逾期"),
    REPORT_DUE("report-due", "The monthly report is due soon", "月度报告即将到期"),
    REPORT_OVERDUE("report-overdue", "The monthly report is overdue", "月度报告已逾期"),
    RETURN_DUE("return-due", "The environmental return is due soon", "环境月报即将到期"),
    RETURN_OVERDUE("return-overdue", "The environmental return is overdue", "环境月报已逾期"),
    /// Its subject is how many.
    RETURNS_MISSING("returns-missing", "Environmental returns are overdue", "环境月报逾期未报"),
    PLAN_AMENDED("plan-amended", "A plan was amended", "计划已调整"),
    PLAN_RECALLED("plan-recalled", "What was left of a plan was withdrawn", "计划余额已收回"),
    PLAN_TRANSFERRED("plan-transferred", "Part of a plan was transferred", "计划已在集团内调剂"),
    /// Its subject is whom it was asked by.
    TEST("test", "A test, as you asked", "您申请的测试通知");

    private final String code;
    private final Text title;

    Kind(String code, String en, String zh) {
        this.code = code;
        title = new Text(en, zh);
    }

    /// The name in tables and in the API, such as `case-asked`.
    public String code() {
        return code;
    }

    /// What it says in general.
    public Text title() {
        return title;
    }

    /// @throws IllegalArgumentException unless it is the code of a kind
    public static Kind parse(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of notice: " + code);
    }
}
