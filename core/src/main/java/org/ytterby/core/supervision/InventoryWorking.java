package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.HiddenFlow;
import org.ytterby.core.balance.InventoryTest;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.balance.SequentialStatistics;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The arithmetic of inventory-loss, inventory-gain and inventory-too-good.
final class InventoryWorking {
    private InventoryWorking() {}

    /// @param deposits ids of the deposits given to the test, in its order
    static List<Exhibit> difference(
            FacilityBalance balance,
            InventoryTest.Side side,
            boolean isLoss,
            List<String> deposits) {
        List<PeriodBalance> rows =
                balance.rows().stream()
                        .filter(row -> side.elements().contains(row.element()))
                        .filter(row -> isWithin(row.period(), side.span()))
                        .toList();
        List<Exhibit> shown = new ArrayList<>();
        shown.add(
                Exhibit.says(
                        "difference = opening + additions − removals − closing, element by element; positive: missing, negative: from nowhere",
                        "账实差 = 期初 + 增加 − 减少 − 期末，逐元素计算；正为短少，负为来源不明"));
        shown.add(periods(rows));
        shown.add(reo(rows, side, isLoss ? 1 : -1));
        shown.add(
                Exhibit.says(
                        "Sum: "
                                + Say.grams(side.reo().value()).en()
                                + " REO, σ = "
                                + Say.grams(side.reo().sigma()).en()
                                + " (errors that periods and elements share are counted in full)",
                        "合计：REO "
                                + Say.grams(side.reo().value()).zh()
                                + "，σ = "
                                + Say.grams(side.reo().sigma()).zh()
                                + "（各周期、各元素共有的误差全额计入）"));
        shown.add(probability(side, deposits));
        return shown;
    }

    private static boolean isWithin(Span period, Span span) {
        return period.fromMicros() >= span.fromMicros()
                && period.untilMicros() <= span.untilMicros();
    }

    private static Exhibit periods(List<PeriodBalance> rows) {
        Sheet sheet =
                new Sheet("Balances of the named elements, kg of element", "所列元素的物料平衡（元素千克）")
                        .column("element", "元素")
                        .column("until", "截至")
                        .column("opening", "期初")
                        .column("+ additions", "+ 增加")
                        .column("− removals", "− 减少")
                        .column("− closing", "− 期末")
                        .column("= difference", "= 账实差")
                        .column("σ", "σ");
        for (PeriodBalance row : rows) {
            sheet.row(
                    Cell.of(row.element().name(), row.element().chinese()),
                    Cell.at(row.period().untilMicros()),
                    Cell.kg(row.openingMg() / Mass.MG_PER_KG),
                    Cell.kg(row.additionsMg() / Mass.MG_PER_KG),
                    Cell.kg(row.removalsMg() / Mass.MG_PER_KG),
                    Cell.kg(row.closingMg() / Mass.MG_PER_KG),
                    Cell.kg(row.differenceMg() / Mass.MG_PER_KG),
                    Cell.kg(row.statistics().sigmaKg()));
        }
        return sheet.table();
    }

    private static Exhibit reo(List<PeriodBalance> rows, InventoryTest.Side side, int sign) {
        return Steps.toOxide(
                side.elements(),
                sign > 0 ? new Text("missing", "短少") : new Text("from nowhere", "来源不明"),
                e -> sign * differenceMg(rows, e) / Mass.MG_PER_KG,
                new Text("sum", "合计"),
                side.reo().value());
    }

    private static long differenceMg(List<PeriodBalance> rows, Element element) {
        return rows.stream()
                .filter(row -> row.element() == element)
                .mapToLong(PeriodBalance::differenceMg)
                .sum();
    }

    private static Exhibit probability(InventoryTest.Side side, List<String> deposits) {
        InventoryTest.Witness witness = side.witness();
        if (Double.isNaN(witness.z())) {
            return Exhibit.says(
                    "No measurement uncertainty is declared, so that a difference beyond rounding counts: p = 0",
                    "未申报测量不确定度，超出舍入误差的差额即算数：p = 0");
        }
        Text mix = mix(witness.mix(), deposits);
        String alone = Say.tail(Estimate.upperTail(witness.z()));
        String bound =
                alone + " / " + Say.number(witness.weight()) + " = " + Say.tail(witness.bound());
        Text days = Say.days(side.span());
        return Exhibit.says(
                "Of all patterns and runs of periods tried, "
                        + mix.en()
                        + " over "
                        + days.en()
                        + " speaks loudest: z = "
                        + Say.number(witness.z())
                        + ", by itself p = "
                        + alone
                        + "; it was given "
                        + Say.number(witness.weight())
                        + " of the false alarms allowed beforehand, so that p is at most "
                        + bound
                        + "; alarms that sound together counted once: p = "
                        + Say.probability(side.p()),
                "在所有试过的配分和时段中，最显著的是 "
                        + days.zh()
                        + " 的"
                        + mix.zh()
                        + "：z = "
                        + Say.number(witness.z())
                        + "，单独看 p = "
                        + alone
                        + "；事先分给它的误报份额为 "
                        + Say.number(witness.weight())
                        + "，故 p 不超过 "
                        + bound
                        + "；同时出现的误报只计一次：p = "
                        + Say.probability(side.p()));
    }

    private static Text mix(HiddenFlow.Mix mix, List<String> deposits) {
        return switch (mix) {
            case HiddenFlow.Mix.Own() ->
                    new Text("the same part of all that the plant handles", "本厂物料按同一比例");
            case HiddenFlow.Mix.Single(Element e) ->
                    new Text("a flow of " + e.name() + " alone", "单一元素" + e.chinese());
            case HiddenFlow.Mix.OfDeposit(int index) ->
                    new Text(
                            "a flow with the mix of deposit " + deposits.get(index),
                            "矿床 " + deposits.get(index) + " 的配分");
        };
    }

    /// @param lowerTail p-value of an element from its periods and its sum of squares
    static List<Exhibit> tooGood(
            FacilityBalance balance, Element element, int tested, DoubleUnaryOperator lowerTail) {
        SequentialStatistics statistics = balance.statistics(element).orElseThrow();
        double[] y = statistics.sitmuf();
        double[] sums = statistics.gemuf();
        Sheet sheet =
                new Sheet(
                                "Differences of "
                                        + element.name()
                                        + " in units of their own uncertainty",
                                element.chinese() + "的账实差（以自身不确定度为单位）")
                        .column("until", "截至")
                        .column("standardised difference", "标准化账实差")
                        .column("squared", "平方")
                        .column("sum", "累计");
        List<Span> periods = balance.periods();
        int kept = 0;
        for (int t = 0; t < y.length; t++) {
            kept += Double.isNaN(y[t]) ? 0 : 1;
            sheet.row(
                    Cell.at(periods.get(t).untilMicros()),
                    Cell.ratio(y[t]),
                    Cell.ratio(y[t] * y[t]),
                    Cell.ratio(sums[t]));
        }
        double sum = sums[sums.length - 1];
        double p = lowerTail.applyAsDouble(sum);
        return List.of(
                sheet.table(),
                Exhibit.says(
                        "Honest differences make this sum about "
                                + kept
                                + "; it is "
                                + Say.number(sum)
                                + ". Chance of so small a sum (chi-squared, "
                                + kept
                                + " degrees of freedom): "
                                + Say.probability(p),
                        "如实盘点时该和约为 "
                                + kept
                                + "，实为 "
                                + Say.number(sum)
                                + "。出现如此小的和的概率（卡方，自由度 "
                                + kept
                                + "）："
                                + Say.probability(p)),
                Steps.bonferroni(p, tested, new Text("elements", "元素")));
    }
}
