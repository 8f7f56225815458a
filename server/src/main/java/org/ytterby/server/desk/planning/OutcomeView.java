package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.OreType;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.Gap;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.Outcome;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.planning.Workbench.Worked;
import org.ytterby.server.web.Language;

/// What came of planning a draft.
///
/// @param stages that are planned; empty where inputs contradict each other
/// @param contradictions in words, with their tonnes
/// @param relaxations what the fixed order would do about them
/// @param links of separation to its feed
public record OutcomeView(
        List<StageView> stages,
        List<String> contradictions,
        List<String> relaxations,
        List<String> links) {
    static OutcomeView of(Worked worked, Ledger ledger, Language language) {
        return switch (worked.outcome()) {
            case Linked.Planned planned -> {
                List<StageView> stages = new ArrayList<>();
                for (Map.Entry<PlanStage, Allocation> plan : planned.plans().entrySet()) {
                    int year = plan.getValue().request().policy().year();
                    stages.add(
                            StageView.of(
                                    plan.getValue(),
                                    granted(ledger, plan.getKey(), year - 1),
                                    language));
                }
                yield new OutcomeView(
                        stages,
                        List.of(),
                        List.of(),
                        planned.states().stream().map(s -> link(s, language)).toList());
            }
            case Linked.Contradicted(PlanStage stage, Outcome.Contradicted gap) ->
                    contradicted(stage, gap, language);
            case Linked.Unfed(Map<String, Long> missing) -> {
                List<String> told = new ArrayList<>();
                missing.forEach((holder, tonnes) ->
                        told.add(
                                language.pick(
                                                "%s lacks %s t of feed for what its floors and totals ask it to separate.",
                                                "%s 缺少原料 %s 吨，无法满足分离下限与总量。")
                                        .formatted(holder, Figures.tonnes(tonnes))));
                yield new OutcomeView(List.of(), told, List.of(), List.of());
            }
        };
    }

    private static OutcomeView contradicted(
            PlanStage stage, Outcome.Contradicted gap, Language language) {
        List<String> told = new ArrayList<>();
        for (Gap one : gap.gaps()) {
            String where =
                    one.group().isEmpty()
                            ? language.say(PlanWords.of(stage))
                            : language.pick("group ", "集团 ") + one.group();
            String text =
                    switch (one.kind()) {
                        case MINIMUM ->
                                language.pick(
                                        "%s: %s t are to be placed, ceilings leave room for %s t: %s t too many.",
                                        "%s：须下达 %s 吨，上限合计 %s 吨，多出 %s 吨。");
                        case MAXIMUM ->
                                language.pick(
                                        "%s: at most %s t may be placed, floors demand %s t: %s t too few.",
                                        "%s：至多下达 %s 吨，下限合计 %s 吨，不足 %s 吨。");
                    };
            told.add(
                    text.formatted(
                            where,
                            Figures.tonnes(one.askedT()),
                            Figures.tonnes(one.roomT()),
                            Figures.tonnes(one.tonnes())));
        }
        List<String> relaxations = new ArrayList<>();
        gap.relaxations().forEach(r -> relaxations.add(StageView.relaxed(r, language)));
        if (gap.unplacedT() > 0) {
            relaxations.add(
                    language.pick(
                                    "%s t would remain beyond all caps and go to the reserve.",
                                    "仍有 %s 吨超出能力上限，将转入预留。")
                            .formatted(Figures.tonnes(gap.unplacedT())));
        }
        return new OutcomeView(List.of(), told, relaxations, List.of());
    }

    private static String link(FeedLink.State state, Language language) {
        return language.pick(
                        "Feed of %s: %s t for %s t of separation%s.", "%s 原料：%s 吨，分离计划 %s 吨%s。")
                .formatted(
                        state.link().holder(),
                        Figures.tonnes((long) state.feedT()),
                        Figures.tonnes(state.separatedT()),
                        state.price() > 0 ? language.pick(" (binds)", "（起约束作用）") : "");
    }

    /// What the ledger granted for a stage and year, kg REO by id of the holder.
    static Map<String, Long> granted(Ledger ledger, PlanStage stage, int year) {
        Map<String, Long> granted = new HashMap<>();
        for (ControlPlan plan : ledger.declarations().entitlements().plans()) {
            if (!plan.revoked()
                    && plan.year() == year
                    && plan.kind() == stage.kind()
                    && isOf(plan, stage)) {
                granted.merge(
                        ledger.registry().party(plan.holder()).id(),
                        Math.round(plan.kgReo()),
                        Long::sum);
            }
        }
        return granted;
    }

    private static boolean isOf(ControlPlan plan, PlanStage stage) {
        return switch (stage) {
            case ROCK_MINING -> plan.oreType() == OreType.ROCK;
            case IONIC_MINING -> plan.oreType() == OreType.IONIC;
            case SEPARATION -> true;
        };
    }
}
