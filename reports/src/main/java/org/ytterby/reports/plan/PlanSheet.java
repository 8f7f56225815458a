package org.ytterby.reports.plan;

import java.util.List;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Judgement;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Caps;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.Grounds;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Reference;
import org.ytterby.core.plan.allocation.Relaxation;
import org.ytterby.core.plan.allocation.Score;
import org.ytterby.core.supervision.Text;

/// The page of one enterprise in one language.
final class PlanSheet {
    /// Less than a page shows.
    private static final double NOTHING_T = 0.005;

    private final Html html;
    private final boolean zh;

    PlanSheet(Html html, boolean zh) {
        this.html = html;
        this.zh = zh;
    }

    private String pick(Text text) {
        return pick(text.en(), text.zh());
    }

    private String pick(String en, String chinese) {
        return zh ? chinese : en;
    }

    /// What one stage gives the enterprise.
    ///
    /// @param rank by its score, from 1
    record Part(PlanStage stage, Allocation plan, Allocation.Row row, int rank) {}

    /// Writes what each stage gives the enterprise, and why.
    ///
    /// @param parts at least one
    void write(List<Part> parts) {
        html.open("section", zh ? "zh" : "en");
        title(parts.getFirst().row());
        parts.forEach(this::write);
        html.close("section");
    }

    private void title(Allocation.Row row) {
        String name = row.applicant().name();
        String nameEn = row.applicant().nameEn();
        html.line("h1", "", zh || nameEn.isBlank() ? name : nameEn);
        html.line("p", "mark", row.applicant().id());
    }

    private void write(Part part) {
        Allocation plan = part.plan();
        Allocation.Row row = part.row();
        Policy policy = plan.request().policy();
        html.line(
                "h2",
                "",
                pick("Why this plan: ", "计划依据：")
                        + pick(PlanWords.of(part.stage()))
                        + pick(", year ", "，年度 ")
                        + policy.year());
        html.line(
                "p",
                row.grounds().isEligible() ? "big" : "bad",
                Html.number(row.tonnes(), 0) + pick(" t REO", " 吨 REO"));
        long change = row.tonnes() - row.bounds().lastYearT();
        html.paragraph(
                pick("Last year: %s t; change: %s t.", "上年指标 %s 吨，增减 %s 吨。")
                        .formatted(
                                Html.number(row.bounds().lastYearT(), 0),
                                (change > 0 ? "+" : "") + Html.number(change, 0)));
        gates(row.grounds());
        consequences(row.grounds());
        caps(row.grounds().caps());
        reference(row.grounds().reference(), plan);
        score(part);
        if (row.grounds().isEligible()) {
            target(plan, row);
            bounds(row);
        }
        level(plan, row);
    }

    private void gates(Grounds grounds) {
        if (grounds.gates().isEmpty()) {
            return;
        }
        html.heading(pick("1. Conditions", "一、准入条件"));
        html.table(
                List.of(
                        pick("condition", "条件"),
                        pick("#figure", "#数值"),
                        pick("evidence", "证据"),
                        pick("result", "结论"),
                        pick("source", "来源")));
        for (Gate.Answer answer : grounds.gates()) {
            Condition c = answer.gate().condition();
            boolean open = answer.isOpen();
            html.row(
                    pick(c.clause().en(), c.clause().zh())
                            + " ("
                            + c.indicator()
                            + " "
                            + c.comparison().code()
                            + " "
                            + Html.number(c.bound(), 4)
                            + (c.unit().isEmpty() ? "" : " " + c.unit())
                            + ")",
                    answer.evidence() == null
                            ? "#–"
                            : "#" + Html.number(answer.evidence().value(), 4),
                    answer.evidence() == null ? "–" : answer.evidence().reference(),
                    (open ? "" : "!") + pick(PlanWords.of(answer.judgement())),
                    c.clause().source() + " – " + pick(PlanWords.of(c.clause().confidence())));
        }
        html.endTable();
    }

    private void consequences(Grounds grounds) {
        if (grounds.consequences().isEmpty()) {
            return;
        }
        html.heading(pick("Consequences of earlier conduct", "奖惩"));
        html.table(
                List.of(
                        pick("what", "类型"),
                        pick("#share", "#比例"),
                        pick("reason", "事由"),
                        pick("clause", "依据")));
        for (Consequence c : grounds.consequences()) {
            html.row(
                    pick(PlanWords.of(c.kind())),
                    c.kind() == Consequence.Kind.EXCLUSION ? "#–" : "#" + Html.percent(c.share()),
                    pick(c.reason().en(), c.reason().zh()),
                    c.reason().source());
        }
        html.endTable();
    }

    private void caps(Caps caps) {
        html.heading(pick("2. Cap", "二、能力上限"));
        html.table(List.of(pick("limit", "限制"), pick("#t REO a year", "#吨 REO/年")));
        for (Caps.Line line : caps.lines()) {
            html.row(
                    pick(PlanWords.of(line.kind())),
                    line.missing()
                            ? "!" + pick("missing: counts 0", "缺失，按零计")
                            : "#" + Html.number(line.tonnes(), 2));
        }
        html.endTable();
        html.paragraph(
                pick("The smallest counts: u = %s t (%s).", "取最小值：u = %s 吨（%s）。")
                        .formatted(
                                Html.number(caps.tonnes(), 0),
                                pick(PlanWords.of(caps.tightest()))));
    }

    private void reference(Reference reference, Allocation plan) {
        html.heading(pick("3. Reference", "三、基数"));
        switch (reference.basis()) {
            case HISTORY -> {
                html.table(
                        List.of(
                                pick("year", "年度"),
                                pick("#counts, t", "#计入（吨）"),
                                pick("by", "口径")));
                for (Reference.Counted year : reference.years()) {
                    boolean counts =
                            year.why() == Reference.Why.OUTPUT || year.why() == Reference.Why.QUOTA;
                    html.row(
                            Integer.toString(year.year()),
                            "#" + Html.number(year.tonnes(), 3),
                            (counts ? "" : "!") + pick(PlanWords.of(year.why())));
                }
                html.endTable();
                html.paragraph(
                        pick("Median: b = %s t.", "中位数：b = %s 吨。")
                                .formatted(Html.number(reference.tonnes(), 3)));
            }
            case CAPACITY ->
                    html.paragraph(
                            pick(
                                            "A newcomer: verified capacity times the sector's use of %s gives b = %s t.",
                                            "新企业：核定产能乘行业利用率 %s，b = %s 吨。")
                                    .formatted(
                                            Html.number(plan.utilisation(), 4),
                                            Html.number(reference.tonnes(), 3)));
            case NOTHING ->
                    html.line(
                            "p",
                            "bad",
                            pick(
                                    "Neither earlier years nor a verified capacity: b = 0.",
                                    "无历年记录，也无核定产能：b = 0。"));
        }
    }

    private void score(Part part) {
        Allocation.Row row = part.row();
        Score score = row.grounds().score();
        if (score.lines().isEmpty()) {
            return;
        }
        html.heading(pick("4. Score", "四、评分"));
        html.table(
                List.of(
                        pick("line", "评分项"),
                        pick("#figure", "#数值"),
                        pick("#benchmark", "#基准"),
                        pick("#reached", "#达标率"),
                        pick("#weight", "#权重"),
                        pick("#points", "#得分"),
                        pick("#one more point, t", "#再提高一个百分点（吨）")));
        for (int j = 0; j < score.lines().size(); j++) {
            Score.Line line = score.lines().get(j);
            boolean counts = line.evidence() != null && line.proof() == Judgement.MET;
            html.row(
                    pick(line.of().en(), line.of().zh())
                            + (line.of().benchmark().unit().isEmpty()
                                    ? ""
                                    : " (" + line.of().benchmark().unit() + ")"),
                    counts && line.evidence() != null
                            ? "#" + Html.number(line.evidence().value(), 4)
                            : "!" + pick(PlanWords.of(line.proof())),
                    "#" + Html.number(line.of().benchmark().value(), 4),
                    "#" + Html.percent(line.ratio()),
                    "#" + Html.number(line.of().weight(), 4),
                    "#" + Html.number(line.points(), 4),
                    row.points().isEmpty() ? "#–" : "#+" + Html.number(row.points().get(j), 2));
        }
        html.endTable();
        html.paragraph(
                pick("Sum: s = %s; rank %d of %d in this stage.", "合计：s = %s，本环节第 %d 名，共 %d 家。")
                        .formatted(
                                Html.number(score.total(), 4),
                                part.rank(),
                                part.plan().rows().size()));
        if (row.points().isEmpty()) {
            html.line(
                    "p",
                    "mark",
                    pick(
                            "This stage was planned together with others, so what a point is worth is not told.",
                            "本环节与其他环节联合求解，未给出单项增量。"));
        }
    }

    private void target(Allocation plan, Allocation.Row row) {
        html.heading(pick("5. Target", "五、目标值"));
        double factor = row.grounds().factor();
        html.paragraph(
                "ρ = b · (1 + β · (s − s̄))%s = %s · (1 + %s · (%s − %s))%s = %s t"
                        .formatted(
                                Math.abs(factor - 1) > 0 ? " · f" : "",
                                Html.number(row.grounds().reference().tonnes(), 3),
                                Html.number(plan.request().policy().tuning().beta(), 4),
                                Html.number(row.grounds().score().total(), 4),
                                Html.number(plan.meanScore(), 4),
                                Math.abs(factor - 1) > 0 ? " · " + Html.number(factor, 4) : "",
                                Html.number(row.targetT(), 3)));
    }

    private void bounds(Allocation.Row row) {
        html.heading(pick("6. Bounds", "六、上下限"));
        html.paragraph(
                pick("From %s t to %s t; the upper bound is %s.", "%s 吨至 %s 吨，上限取自%s。")
                        .formatted(
                                Html.number(row.bounds().floorT(), 0),
                                Html.number(row.bounds().ceilingT(), 0),
                                pick(PlanWords.of(row.bounds().upper()))));
        if (row.bounds().lowered()) {
            html.line(
                    "p",
                    "bad",
                    pick(
                            "The floor would be above the upper bound and was lowered to it.",
                            "下限高于上限，已降至上限。"));
        }
    }

    private void level(Allocation plan, Allocation.Row row) {
        html.heading(pick("7. Level and rounding", "七、水平与取整"));
        if (!row.grounds().isEligible()) {
            html.paragraph(pick(PlanWords.of(row.binding())));
            return;
        }
        String whose =
                row.level().group().isEmpty()
                        ? pick("of the whole stage", "全环节")
                        : pick("of group ", "集团 ") + row.level().group();
        html.paragraph(
                pick("λ = %s (%s); λ · ρ = %s t.", "λ = %s（%s）；λ · ρ = %s 吨。")
                        .formatted(
                                Html.number(row.level().value(), 6),
                                whose,
                                Html.number(row.level().value() * row.targetT(), 3)));
        html.paragraph(pick(PlanWords.of(row.binding())));
        boolean isAlone =
                row.binding() == Allocation.Binding.NONE
                        && !row.points().isEmpty()
                        && row.points().stream().noneMatch(point -> point > NOTHING_T);
        if (isAlone) {
            html.paragraph(
                    pick(
                            "Bounds hold everybody else at this level, or every line is full: its score moves nothing this year.",
                            "同一水平上的其他企业均受上下限约束，或各项已满分：本年度评分不改变其计划。"));
        }
        html.paragraph(
                pick(
                                "%s t before rounding, %s t in whole tonnes by largest remainder.",
                                "取整前 %s 吨，按最大余数法取整为 %s 吨。")
                        .formatted(Html.number(row.exactT(), 3), Html.number(row.tonnes(), 0)));
        for (Relaxation r : plan.relaxations()) {
            html.line(
                    "p",
                    "mark",
                    pick(
                                    "Inputs contradicted each other by %s t: %s was widened from %s to %s.",
                                    "参数矛盾，缺口 %s 吨：%s 由 %s 放宽至 %s。")
                            .formatted(
                                    Html.number(r.gapBeforeT(), 0),
                                    pick(relaxed(r.step())),
                                    Html.number(r.from(), 4),
                                    Html.number(r.to(), 4)));
        }
    }

    private static Text relaxed(Relaxation.Step step) {
        return switch (step) {
            case RISE -> new Text("the largest rise (δ⁺)", "最大升幅 δ⁺");
            case FALL -> new Text("the largest fall (δ⁻)", "最大降幅 δ⁻");
            case BANDS -> new Text("the bands of groups", "集团区间");
        };
    }
}
