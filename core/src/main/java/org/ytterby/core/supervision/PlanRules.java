package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.plan.PlanUses;

/// no-plan, plan-exceeded, capacity-exceeded: production beyond what was granted or built.
final class PlanRules {
    private final Scene scene;
    private final PlanUses uses;
    private final List<PlanUse> rows;

    PlanRules(Scene scene, PlanUses uses) {
        this.scene = scene;
        this.uses = uses;
        rows = uses.rows();
    }

    /// Plans and their use, by year, kind, ore type and holder.
    List<PlanUse> rows() {
        return rows;
    }

    List<Reasoned> findings() {
        List<Reasoned> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PlanUse use = rows.get(i);
            if (use.grantedKg() == 0 && use.usedKg() > 0) {
                findings.add(withoutPlan(use, uses.lines(i)));
            }
        }
        return findings;
    }

    private Reasoned withoutPlan(PlanUse use, List<Integer> lines) {
        List<ControlPlan> plans = uses.plans(use);
        Text holder = scene.partyName(use.holder());
        Text amount = Say.mass(use.usedKg(), use.usedSigmaKg()).then(" REO");
        return scene.draft(Rule.NO_PLAN)
                .of(use.holder())
                .during(year(use.year()))
                .mass(new Estimate(use.usedKg(), use.usedSigmaKg()))
                .restsOnLines(lines)
                .shows(() -> PlanWorking.use(scene, use, plans, lines))
                .says(
                        holder.en()
                                + ": "
                                + amount.en()
                                + " "
                                + done(use).en()
                                + " in "
                                + use.year()
                                + (plans.isEmpty() ? " without any plan" : " with 0 kg granted"),
                        holder.zh()
                                + "："
                                + use.year()
                                + (plans.isEmpty() ? " 年无计划" : " 年下达 0 千克，")
                                + done(use).zh()
                                + " "
                                + amount.zh())
                .reasoned();
    }

    List<Suspicion> suspicions() {
        List<Suspicion> suspicions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PlanUse use = rows.get(i);
            List<Integer> lines = uses.lines(i);
            if (use.grantedKg() > 0 && !lines.isEmpty()) {
                Estimate used = new Estimate(use.usedKg(), use.usedSigmaKg());
                suspicions.add(
                        new Suspicion(
                                Rule.PLAN_EXCEEDED,
                                used.pAbove(use.grantedKg()),
                                () -> exceeded(use, lines)));
            }
        }
        suspicions.addAll(capacity());
        return suspicions;
    }

    private Draft exceeded(PlanUse use, List<Integer> lines) {
        Text holder = scene.partyName(use.holder());
        double aboveKg = use.usedKg() - use.grantedKg();
        Text above = Say.mass(aboveKg, use.usedSigmaKg()).then(" REO");
        Text granted = Say.mass(use.grantedKg()).then(" REO");
        return scene.draft(Rule.PLAN_EXCEEDED)
                .of(use.holder())
                .during(year(use.year()))
                .mass(new Estimate(aboveKg, use.usedSigmaKg()))
                .restsOnLines(lines)
                .shows(() -> PlanWorking.use(scene, use, uses.plans(use), lines))
                .says(
                        holder.en()
                                + ": "
                                + above.en()
                                + " "
                                + done(use).en()
                                + " above the plan of "
                                + granted.en()
                                + " for "
                                + use.year(),
                        holder.zh()
                                + "："
                                + use.year()
                                + " 年"
                                + done(use).zh()
                                + "超计划 "
                                + above.zh()
                                + "（计划 "
                                + granted.zh()
                                + "）");
    }

    private static Text done(PlanUse use) {
        return use.kind() == PlanKind.MINING
                ? new Text("mined", "开采")
                : new Text("separated", "冶炼分离");
    }

    private static Span year(int year) {
        return new Span(LedgerTime.startOfYear(year), LedgerTime.startOfYear(year + 1));
    }

    private List<Suspicion> capacity() {
        List<Suspicion> suspicions = new ArrayList<>();
        List<Facility> facilities = scene.registry().facilities();
        for (int f = 0; f < facilities.size(); f++) {
            Double capacity = facilities.get(f).capacityTReo();
            if (capacity == null) {
                continue;
            }
            double capacityKg = capacity * Mass.KG_PER_T;
            int facility = f;
            outputsByYear(f)
                    .forEach((year, lines) -> {
                        LineSum sum = new LineSum(scene.model());
                        lines.forEach(line -> sum.add(line, 1));
                        Estimate made = sum.reo();
                        suspicions.add(
                                new Suspicion(
                                        Rule.CAPACITY_EXCEEDED,
                                        made.pAbove(capacityKg),
                                        () ->
                                                overCapacity(
                                                        facility, year, made, capacityKg, lines)));
                    });
        }
        return suspicions;
    }

    private Map<Integer, List<Integer>> outputsByYear(int f) {
        FlowTable flows = scene.flows();
        Groups lines = scene.ledger().linesByFacility();
        Map<Integer, List<Integer>> years = new TreeMap<>();
        for (int i = 0; i < lines.size(f); i++) {
            int line = lines.get(f, i);
            boolean isOutput =
                    switch (scene.ledger().type(line)) {
                        case EXTRACTION -> true;
                        case PROCESSING -> flows.direction(line) == Direction.OUT;
                        case SHIPMENT, RECEIPT, IMPORT, EXPORT, DISPOSAL, STOCKTAKE, CANCELLATION ->
                                false;
                    };
            if (isOutput && scene.product(line).stage().countsAsOutput()) {
                years.computeIfAbsent(
                                LedgerTime.yearOf(scene.ledger().timeMicros(line)),
                                _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return years;
    }

    private Draft overCapacity(
            int facility, int year, Estimate made, double capacityKg, List<Integer> lines) {
        String place = scene.registry().facility(facility).id();
        Text above = Say.mass(made.value() - capacityKg, made.sigma()).then(" REO");
        Text built = Say.mass(capacityKg).then(" REO");
        return scene.draft(Rule.CAPACITY_EXCEEDED)
                .at(facility)
                .during(year(year))
                .mass(new Estimate(made.value() - capacityKg, made.sigma()))
                .restsOnLines(lines)
                .shows(() -> PlanWorking.capacity(scene, made, capacityKg, lines))
                .says(
                        place
                                + ": output of "
                                + year
                                + " lies "
                                + above.en()
                                + " above the capacity of "
                                + built.en(),
                        place + "：" + year + " 年产出超出产能 " + above.zh() + "（产能 " + built.zh() + "）");
    }
}
