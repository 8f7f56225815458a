package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.material.Mass;
import org.ytterby.core.plan.PlanUse;

/// The arithmetic of no-plan, plan-exceeded and capacity-exceeded.
final class PlanWorking {
    private PlanWorking() {}

    /// @param plans that the row sums up
    /// @param lines that count as use
    static List<Exhibit> use(
            Scene scene, PlanUse use, List<ControlPlan> plans, List<Integer> lines) {
        List<Exhibit> shown = new ArrayList<>();
        if (plans.isEmpty()) {
            String holder = scene.registry().party(use.holder()).id();
            shown.add(
                    Exhibit.says(
                            "Granted: no plan of this kind, year and ore in force for "
                                    + holder
                                    + " or a member that holds its own",
                            "下达：" + holder + " 及其成员均无该年度、该类别和矿种的有效计划"));
        } else {
            shown.add(granted(plans, use.grantedKg()));
        }
        shown.add(
                Steps.byMonth(
                        scene,
                        new Text("Used, kg REO", "已用（REO 千克）"),
                        lines,
                        scene.ledger()::reoKg,
                        use.usedKg()));
        shown.add(Steps.uncertainty(use.usedSigmaKg()));
        if (use.grantedKg() > 0) {
            shown.add(over(use.usedKg(), use.grantedKg()));
            shown.add(Steps.above(new Estimate(use.usedKg(), use.usedSigmaKg()), use.grantedKg()));
        }
        return shown;
    }

    private static Exhibit granted(List<ControlPlan> plans, double totalKg) {
        Sheet sheet =
                new Sheet("Granted, kg REO", "下达（REO 千克）")
                        .column("plan", "计划")
                        .column("batch", "批次")
                        .column("kg", "千克");
        plans.forEach(plan ->
                sheet.row(Cell.of(plan.id()), Cell.of(plan.batch()), Cell.kg(plan.kgReo())));
        return sheet.total(Cell.of("sum", "合计"), Cell.none(), Cell.kg(totalKg)).table();
    }

    private static Exhibit over(double usedKg, double boundKg) {
        Text sum =
                Say.grams(usedKg)
                        .then(" − ")
                        .then(Say.grams(boundKg))
                        .then(" = ")
                        .then(Say.grams(usedKg - boundKg))
                        .then(" REO");
        return Exhibit.says("Above: " + sum.en(), "超出：" + sum.zh());
    }

    static List<Exhibit> capacity(
            Scene scene, Estimate made, double capacityKg, List<Integer> lines) {
        return List.of(
                Exhibit.says(
                        "Capacity: "
                                + Say.grams(capacityKg).en()
                                + " REO a year ("
                                + Say.number(capacityKg / Mass.KG_PER_T)
                                + " t)",
                        "产能：每年 REO "
                                + Say.grams(capacityKg).zh()
                                + "（"
                                + Say.number(capacityKg / Mass.KG_PER_T)
                                + " 吨）"),
                Steps.byMonth(
                        scene,
                        new Text("Made, kg REO", "产出（REO 千克）"),
                        lines,
                        scene.ledger()::reoKg,
                        made.value()),
                Steps.uncertainty(made.sigma()),
                over(made.value(), capacityKg),
                Steps.above(made, capacityKg));
    }
}
