package org.ytterby.formats.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.Band;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.Relaxation;
import org.ytterby.core.plan.allocation.Score;
import org.ytterby.core.plan.opinion.ClaimsRule;
import org.ytterby.core.plan.opinion.SecondOpinions;

/// Puts plans and what explains them into tables.
final class AllocationTables {
    private static final int DIGITS = 6;

    private AllocationTables() {}

    static List<ResultTable> of(Linked.Planned planned) {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(plans(planned));
        tables.add(stages(planned));
        tables.add(groups(planned));
        tables.add(gates(planned));
        tables.add(scores(planned));
        tables.add(opinions(planned));
        tables.add(relaxations(planned));
        tables.add(links(planned));
        return tables;
    }

    /// A number to six decimals, without zeros at its end; empty for NaN.
    private static String number(double value) {
        double scale = Math.pow(10, DIGITS);
        boolean isLarge = Math.abs(value) > Long.MAX_VALUE / scale / 2;
        return Decimal.of(isLarge ? value : Math.rint(value * scale) / scale);
    }

    private static String whole(long tonnes) {
        return Long.toString(tonnes);
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static ResultTable plans(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("allocation")
                        .text("stage", "环节")
                        .number("year", "年度")
                        .text("enterprise", "企业编号")
                        .text("name", "名称")
                        .text("name_en", "英文名称")
                        .text("group", "集团")
                        .number("tonnes", "计划（吨REO）")
                        .number("last_year_t", "上年指标")
                        .number("change_t", "较上年增减")
                        .text("binding", "起约束作用者：shut 不予下达、floor 下限、ceiling 上限、none 无")
                        .number("reference_t", "基数 b")
                        .number("score", "评分 s")
                        .number("target_t", "目标值 ρ")
                        .number("level", "水平 λ")
                        .text("level_of", "水平所属集团，空为全环节")
                        .number("exact_t", "取整前")
                        .number("floor_t", "下限 l")
                        .number("ceiling_t", "上限 u")
                        .text("ceiling_by", "上限来源")
                        .number("cap_t", "能力上限")
                        .text("cap_by", "能力上限来源");
        planned.plans()
                .forEach((stage, plan) -> {
                    for (Allocation.Row row : plan.rows()) {
                        Applicant a = row.applicant();
                        table.row(
                                stage.code(),
                                Integer.toString(plan.request().policy().year()),
                                a.id(),
                                Inert.cell(a.name()),
                                Inert.cell(a.nameEn()),
                                a.group(),
                                whole(row.tonnes()),
                                whole(row.bounds().lastYearT()),
                                whole(row.tonnes() - row.bounds().lastYearT()),
                                code(row.binding()),
                                number(row.grounds().reference().tonnes()),
                                number(row.grounds().score().total()),
                                number(row.targetT()),
                                number(row.level().value()),
                                row.level().group(),
                                number(row.exactT()),
                                whole(row.bounds().floorT()),
                                whole(row.bounds().ceilingT()),
                                row.bounds().upper().code(),
                                whole(row.grounds().caps().tonnes()),
                                row.grounds().caps().tightest().code());
                    }
                });
        return table;
    }

    private static ResultTable stages(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("stages")
                        .text("stage", "环节")
                        .number("year", "年度")
                        .number("total_t", "总量")
                        .number("reserve_t", "预留")
                        .number("placed_t", "下达")
                        .number("unplaced_t", "能力不足未下达，转预留")
                        .number("level", "全环节水平 λ")
                        .number("mean_score", "加权平均分")
                        .number("utilisation", "新企业产能利用率")
                        .number("moved_share", "与上年份额相比变动的比例");
        planned.plans()
                .forEach((stage, plan) ->
                        table.row(
                                stage.code(),
                                Integer.toString(plan.request().policy().year()),
                                whole(plan.request().policy().totalT()),
                                whole(plan.request().policy().reserveT()),
                                whole(plan.placedT()),
                                whole(plan.unplacedT()),
                                number(plan.levels().getFirst().value()),
                                number(plan.meanScore()),
                                number(plan.utilisation()),
                                number(SecondOpinions.movedShare(plan))));
        return table;
    }

    private static ResultTable groups(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("groups")
                        .text("stage", "环节")
                        .text("group", "集团")
                        .text("name", "名称")
                        .text("name_en", "英文名称")
                        .number("tonnes", "成员合计（吨REO）")
                        .number("last_year_t", "上年合计")
                        .number("share", "占比");
        planned.plans()
                .forEach((stage, plan) -> {
                    Map<String, Band> bands = new LinkedHashMap<>();
                    plan.request().bands().forEach(band -> bands.put(band.id(), band));
                    Map<String, long[]> sums = new HashMap<>();
                    for (Allocation.Row row : plan.rows()) {
                        Band up = bands.get(row.applicant().group());
                        while (up != null) {
                            long[] sum = sums.computeIfAbsent(up.id(), _ -> new long[2]);
                            sum[0] += row.tonnes();
                            sum[1] += row.bounds().lastYearT();
                            up = bands.get(up.parent());
                        }
                    }
                    bands.forEach((id, band) -> {
                        long[] sum = sums.getOrDefault(id, new long[2]);
                        table.row(
                                stage.code(),
                                id,
                                Inert.cell(band.name()),
                                Inert.cell(band.nameEn()),
                                whole(sum[0]),
                                whole(sum[1]),
                                number(sum[0] / (double) Math.max(1, plan.placedT())));
                    });
                });
        return table;
    }

    private static ResultTable gates(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("gates")
                        .text("stage", "环节")
                        .text("enterprise", "企业编号")
                        .text("gate", "条件")
                        .text(
                                "judgement",
                                "结论：met 满足、broken 不满足、missing 缺失、unverified 未核实、expired 过期")
                        .number("value", "数值")
                        .text("comparison", "比较")
                        .number("bound", "界限值")
                        .text("unit", "单位")
                        .text("evidence", "证据")
                        .text("clause", "条款")
                        .text("clause_en", "条款（英文）")
                        .text("source", "来源")
                        .text("confidence", "可信度");
        planned.plans()
                .forEach((stage, plan) -> {
                    for (Allocation.Row row : plan.rows()) {
                        for (Gate.Answer answer : row.grounds().gates()) {
                            Condition c = answer.gate().condition();
                            table.row(
                                    stage.code(),
                                    row.applicant().id(),
                                    c.code(),
                                    answer.judgement().code(),
                                    answer.evidence() == null
                                            ? ""
                                            : number(answer.evidence().value()),
                                    Inert.cell(c.comparison().code()),
                                    number(c.bound()),
                                    Inert.cell(c.unit()),
                                    answer.evidence() == null
                                            ? ""
                                            : Inert.cell(answer.evidence().reference()),
                                    Inert.cell(c.clause().zh()),
                                    Inert.cell(c.clause().en()),
                                    Inert.cell(c.clause().source()),
                                    c.clause().confidence().code());
                        }
                    }
                });
        return table;
    }

    private static ResultTable scores(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("scores")
                        .text("stage", "环节")
                        .text("enterprise", "企业编号")
                        .text("indicator", "指标")
                        .text("name", "名称")
                        .text("name_en", "英文名称")
                        .number("weight", "权重")
                        .number("benchmark", "基准")
                        .text("unit", "单位")
                        .number("value", "数值")
                        .text("judgement", "证据：met 有效，其余不计")
                        .number("ratio", "达标率")
                        .number("points", "得分")
                        .number("one_more_point_t", "该项再提高一个百分点可增加的吨数");
        planned.plans()
                .forEach((stage, plan) -> {
                    for (Allocation.Row row : plan.rows()) {
                        List<Score.Line> lines = row.grounds().score().lines();
                        for (int j = 0; j < lines.size(); j++) {
                            double more = row.points().isEmpty() ? Double.NaN : row.points().get(j);
                            table.row(score(stage.code(), row, lines.get(j), more));
                        }
                    }
                });
        return table;
    }

    private static String[] score(String stage, Allocation.Row row, Score.Line line, double moreT) {
        return new String[] {
            stage,
            row.applicant().id(),
            line.of().indicator(),
            Inert.cell(line.of().zh()),
            Inert.cell(line.of().en()),
            number(line.of().weight()),
            number(line.of().benchmark().value()),
            Inert.cell(line.of().benchmark().unit()),
            line.evidence() == null ? "" : number(line.evidence().value()),
            line.proof().code(),
            number(line.ratio()),
            number(line.points()),
            number(moreT)
        };
    }

    private static ResultTable opinions(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("opinions")
                        .text("stage", "环节")
                        .text("enterprise", "企业编号")
                        .number("tonnes", "计划（吨REO）")
                        .number("proportional_t", "按比例")
                        .number("cea_t", "等额受偿（CEA）")
                        .number("cel_t", "等额损失（CEL）")
                        .number("talmud_t", "塔木德规则")
                        .number("last_share_t", "沿用上年份额")
                        .number("efficiency", "数据包络（DEA）效率")
                        .number("closeness", "熵权 TOPSIS 贴近度");
        planned.plans()
                .forEach((stage, plan) -> {
                    for (SecondOpinions.Row row : SecondOpinions.of(plan).rows()) {
                        table.row(
                                stage.code(),
                                row.id(),
                                whole(row.tonnes()),
                                award(row, ClaimsRule.PROPORTIONAL),
                                award(row, ClaimsRule.CEA),
                                award(row, ClaimsRule.CEL),
                                award(row, ClaimsRule.TALMUD),
                                number(row.lastShareT()),
                                number(row.efficiency()),
                                number(row.closeness()));
                    }
                });
        return table;
    }

    private static String award(SecondOpinions.Row row, ClaimsRule rule) {
        return number(row.awardsT().getOrDefault(rule, Double.NaN));
    }

    private static ResultTable relaxations(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("relaxations")
                        .text("stage", "环节")
                        .text("step", "放宽项：rise 升幅、fall 降幅、bands 集团区间")
                        .number("from", "原值")
                        .number("to", "放宽至")
                        .number("gap_before_t", "放宽前缺口（吨）")
                        .number("gap_after_t", "放宽后缺口（吨）");
        planned.plans()
                .forEach((stage, plan) -> {
                    for (Relaxation r : plan.relaxations()) {
                        table.row(
                                stage.code(),
                                r.step().code(),
                                number(r.from()),
                                number(r.to()),
                                whole(r.gapBeforeT()),
                                whole(r.gapAfterT()));
                    }
                });
        return table;
    }

    private static ResultTable links(Linked.Planned planned) {
        ResultTable table =
                new ResultTable("links")
                        .text("holder", "主体")
                        .number("recovery", "收率")
                        .number("other_feed_t", "其他原料")
                        .number("mined_t", "开采计划")
                        .number("feed_t", "可用原料")
                        .number("separated_t", "分离计划")
                        .number("price", "原料约束的影子价格，0 为不起约束");
        for (FeedLink.State state : planned.states()) {
            table.row(
                    state.link().holder(),
                    number(state.link().recovery()),
                    number(state.link().otherFeedT()),
                    whole(state.minedT()),
                    number(state.feedT()),
                    whole(state.separatedT()),
                    number(state.price()));
        }
        return table;
    }
}
