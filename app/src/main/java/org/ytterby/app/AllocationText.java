package org.ytterby.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.Gap;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.Outcome;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Relaxation;
import org.ytterby.core.plan.opinion.SecondOpinions;
import org.ytterby.reports.plan.PlanWords;

/// Prints an allocation, or why there is none, for a person at a terminal.
final class AllocationText {
    private static final int ROWS_MAX = 30;

    private final Screen screen;
    private final Language language;

    AllocationText(Screen screen, Language language) {
        this.screen = screen;
        this.language = language;
    }

    void print(Linked outcome, Path folder) {
        switch (outcome) {
            case Linked.Planned planned -> {
                planned.plans().forEach(this::printStage);
                planned.states().forEach(this::printLink);
                say("Read next: %s", "请看：%s", folder.resolve("why"));
            }
            case Linked.Contradicted(PlanStage stage, Outcome.Contradicted gap) ->
                    printGap(stage, gap);
            case Linked.Unfed(Map<String, Long> missing) -> {
                long all = missing.values().stream().mapToLong(Long::longValue).sum();
                say(
                        "No plan: separation asks for %,d t more than there is feed.",
                        "未生成计划：冶炼分离所需原料缺口 %,d 吨。", all);
                missing.forEach((holder, tonnes) ->
                        say("  %s: %,d t missing", "  %s：缺 %,d 吨", holder, tonnes));
            }
        }
    }

    private void say(String en, String zh, Object... parts) {
        screen.out().println(String.format(Locale.ROOT, language.pick(en, zh), parts));
    }

    private void printStage(PlanStage stage, Allocation plan) {
        screen.out()
                .println(
                        screen.bold(
                                language.pick(PlanWords.of(stage))
                                        + " "
                                        + plan.request().policy().year()));
        say(
                "  placed %,d t of %,d t; held back %,d t; λ = %.6f; mean score %.4f",
                "  下达 %,d 吨（总量 %,d 吨），预留 %,d 吨；λ = %.6f；加权平均分 %.4f",
                plan.placedT(),
                plan.request().policy().totalT(),
                plan.heldT(),
                plan.levels().getFirst().value(),
                plan.meanScore());
        for (Relaxation r : plan.relaxations()) {
            say(
                    "  inputs contradicted each other by %,d t: %s was widened from %s to %s",
                    "  参数矛盾，缺口 %,d 吨：%s 由 %s 放宽至 %s",
                    r.gapBeforeT(),
                    r.step().code(),
                    r.from(),
                    r.to());
        }
        if (plan.unplacedT() > 0) {
            say(
                    "  %,d t found no place within caps and go to the reserve",
                    "  %,d 吨超出能力上限，转入预留", plan.unplacedT());
        }
        printRows(plan);
        double moved = SecondOpinions.movedShare(plan);
        if (!Double.isNaN(moved)) {
            say(
                    "  against last year's shares %.2f %% of the total moves",
                    "  与上年份额相比，变动 %.2f %%", 100 * moved);
        }
    }

    private void printRows(Allocation plan) {
        Grid grid =
                new Grid()
                        .text(language.pick("enterprise", "企业"))
                        .figure(language.pick("plan, t", "计划（吨）"))
                        .figure(language.pick("last year", "上年"))
                        .figure(language.pick("score", "评分"))
                        .text(language.pick("held by", "约束"));
        List<Allocation.Row> rows = new ArrayList<>(plan.rows());
        rows.sort(Comparator.comparingLong(row -> -row.tonnes()));
        for (Allocation.Row row : rows.stream().limit(ROWS_MAX).toList()) {
            grid.row(
                    List.of(
                            name(row),
                            String.format(Locale.ROOT, "%,d", row.tonnes()),
                            String.format(Locale.ROOT, "%,d", row.bounds().lastYearT()),
                            String.format(Locale.ROOT, "%.3f", row.grounds().score().total()),
                            held(row)));
        }
        grid.print(screen.out(), "  ");
        if (rows.size() > ROWS_MAX) {
            say("  … and %d more", "  ……另有 %d 家", rows.size() - ROWS_MAX);
        }
    }

    private String name(Allocation.Row row) {
        boolean english = language == Language.EN && !row.applicant().nameEn().isBlank();
        return english ? row.applicant().nameEn() : row.applicant().name();
    }

    private String held(Allocation.Row row) {
        return switch (row.binding()) {
            case FLOOR -> language.pick("floor", "下限");
            case CEILING -> language.pick("ceiling: ", "上限：") + row.bounds().upper().code();
            case NONE -> "λ" + (row.level().group().isEmpty() ? "" : " " + row.level().group());
            case SHUT -> shut(row);
        };
    }

    private String shut(Allocation.Row row) {
        return row.grounds().gates().stream()
                .filter(answer -> !answer.isOpen())
                .findFirst()
                .map(this::shutBy)
                .orElse(language.pick("excluded", "不予下达"));
    }

    private String shutBy(Gate.Answer answer) {
        return answer.gate().condition().code() + " (" + answer.judgement().code() + ")";
    }

    private void printLink(FeedLink.State state) {
        say(
                "feed of %s: %,.0f t for %,d t of separation%s",
                "%s 原料：%,.0f 吨，分离计划 %,d 吨%s",
                state.link().holder(),
                Math.floor(state.feedT()),
                state.separatedT(),
                state.price() > 0 ? language.pick(" (binds)", "（起约束作用）") : "");
    }

    private void printGap(PlanStage stage, Outcome.Contradicted outcome) {
        say(
                "No plan for %s: the inputs contradict each other by %,d t.",
                "%s 未生成计划：参数矛盾，缺口 %,d 吨。", language.pick(PlanWords.of(stage)), outcome.gapT());
        for (Gap gap : outcome.gaps()) {
            String where =
                    gap.group().isEmpty()
                            ? language.pick("the stage", "全环节")
                            : language.pick("group ", "集团 ") + gap.group();
            switch (gap.kind()) {
                case MINIMUM ->
                        say(
                                "  %s: %,d t are to be placed, ceilings leave room for %,d t: %,d t too many",
                                "  %s：须下达 %,d 吨，上限合计 %,d 吨，多出 %,d 吨",
                                where,
                                gap.askedT(),
                                gap.roomT(),
                                gap.tonnes());
                case MAXIMUM ->
                        say(
                                "  %s: at most %,d t may be placed, floors demand %,d t: %,d t too few",
                                "  %s：至多下达 %,d 吨，下限合计 %,d 吨，不足 %,d 吨",
                                where,
                                gap.askedT(),
                                gap.roomT(),
                                gap.tonnes());
            }
        }
        if (!outcome.relaxations().isEmpty()) {
            say(
                    "With when_infeasible = relax these would be widened, in this order:",
                    "如填 when_infeasible = relax，将依次放宽：");
        }
        for (Relaxation r : outcome.relaxations()) {
            say(
                    "  %s: from %s to %s; gap %,d t, then %,d t",
                    "  %s：由 %s 至 %s；缺口由 %,d 吨降至 %,d 吨",
                    r.step().code(),
                    r.from(),
                    r.to(),
                    r.gapBeforeT(),
                    r.gapAfterT());
        }
        if (outcome.unplacedT() > 0) {
            say(
                    "  %,d t would remain beyond all caps and go to the reserve.",
                    "  仍有 %,d 吨超出能力上限，将转入预留。", outcome.unplacedT());
        }
    }
}
