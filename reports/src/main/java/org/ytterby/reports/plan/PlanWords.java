package org.ytterby.reports.plan;

import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.Judgement;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Bounds;
import org.ytterby.core.plan.allocation.Caps;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Reference;
import org.ytterby.core.supervision.Text;

/// What the words of an allocation are called on a page.
public final class PlanWords {
    private PlanWords() {}

    /// Name of a stage.
    public static Text of(PlanStage stage) {
        return switch (stage) {
            case ROCK_MINING -> new Text("Mining of rock-type ore", "岩矿型稀土开采");
            case IONIC_MINING -> new Text("Mining of ionic ore", "离子型稀土开采");
            case SEPARATION -> new Text("Smelting and separation", "冶炼分离");
        };
    }

    /// What became of a condition or a figure.
    public static Text of(Judgement judgement) {
        return switch (judgement) {
            case MET -> new Text("met", "满足");
            case BROKEN -> new Text("not met", "不满足");
            case MISSING -> new Text("no figure given: counts as not proven", "未提供，视为未证明");
            case UNVERIFIED -> new Text("not verified: counts as not proven", "未经核实，视为未证明");
            case EXPIRED -> new Text("evidence not valid on the day", "证据在基准日无效");
        };
    }

    /// How sure a clause is.
    public static Text of(Confidence confidence) {
        return switch (confidence) {
            case SEEN -> new Text("read in the source", "原文已查阅");
            case DERIVED -> new Text("computed from figures read", "由已查阅数据推算");
            case INFERRED -> new Text("inferred: check against the notice in force", "推定，请与现行文件核对");
            case RECALLED ->
                    new Text("recalled, not read again: check before use", "凭记忆，未重新查阅，使用前请核对");
            case SET -> new Text("set for this plan", "本计划设定");
            case NOT_SEEN -> new Text("the text was not seen: check before use", "原文未见，使用前请核对");
        };
    }

    static Text of(Caps.Kind kind) {
        return switch (kind) {
            case LICENCE -> new Text("licensed capacity", "许可产能");
            case DESIGN -> new Text("approved design of the mine", "核准设计规模");
            case RESERVE -> new Text("reserves over the minimum life", "储量 ÷ 最低服务年限");
            case APPLICATION -> new Text("what it applied for", "申请量");
            case FEED -> new Text("feed at hand", "可用原料");
        };
    }

    static Text of(Reference.Why why) {
        return switch (why) {
            case OUTPUT -> new Text("verified output", "核实产量");
            case QUOTA -> new Text("quota: output above it does not count", "指标：超出部分不计");
            case NOT_DECLARED -> new Text("no output declared: counts 0", "未申报产量，按零计");
            case NOT_VERIFIED -> new Text("output not verified: counts 0", "产量未核实，按零计");
        };
    }

    /// What a ceiling is.
    public static Text of(Bounds.Upper upper) {
        return switch (upper) {
            case CAP -> new Text("the cap", "能力上限");
            case RISE -> new Text("the largest rise against last year", "较上年最大升幅");
            case REDUCTION -> new Text("what the reduction leaves of last year", "核减后的上年指标");
            case SHUT -> new Text("no plan", "不予下达");
        };
    }

    /// Which way a consequence goes.
    public static Text of(Consequence.Kind kind) {
        return switch (kind) {
            case REDUCTION -> new Text("reduction", "核减");
            case EXCLUSION -> new Text("exclusion", "不予下达");
            case BONUS -> new Text("bonus", "奖励");
        };
    }

    /// What holds a plan, as a sentence.
    public static Text of(Allocation.Binding binding) {
        return switch (binding) {
            case SHUT -> new Text("No plan: see the conditions above.", "不予下达，见上述条件。");
            case FLOOR ->
                    new Text(
                            "The floor holds it: λ times the target would be less.",
                            "受下限保护：λ 乘目标值低于下限。");
            case CEILING ->
                    new Text(
                            "The ceiling holds it: λ times the target would be more.",
                            "受上限约束：λ 乘目标值高于上限。");
            case NONE ->
                    new Text(
                            "No bound holds it: it gets λ times its target, as everybody does whom no bound holds.",
                            "不受上下限约束：与所有同类企业一样，取 λ 乘目标值。");
        };
    }
}
