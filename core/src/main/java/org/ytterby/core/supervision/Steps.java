package org.ytterby.core.supervision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;

/// Steps of arithmetic that many rules share.
final class Steps {
    private Steps() {}

    /// From an amount and its bound to the p-value of [Estimate#pAbove].
    static Exhibit above(Estimate amount, double boundKg) {
        String p = Say.probability(amount.pAbove(boundKg));
        if (amount.sigma() == 0) {
            return Exhibit.says(
                    "No measurement uncertainty is declared for these lines, so that any excess counts: p = "
                            + p,
                    "这些行未申报测量不确定度，任何超出都算数：p = " + p);
        }
        p = Say.tail(amount.pAbove(boundKg));
        String z = Say.number((amount.value() - boundKg) / amount.sigma());
        Text sum =
                Text.same("z = (")
                        .then(Say.grams(amount.value()))
                        .then(" − ")
                        .then(Say.grams(boundKg))
                        .then(") / ")
                        .then(Say.grams(amount.sigma()))
                        .then(" = " + z);
        return Exhibit.says(
                sum.en() + "; p, the chance of at least this much without offence, = " + p,
                sum.zh() + "；无违规时出现至少这么多的概率 p = " + p);
    }

    /// From a difference to the p-value of [Estimate#pTwoSided].
    static Exhibit twoSided(Estimate difference) {
        String p = Say.probability(difference.pTwoSided());
        if (difference.sigma() == 0) {
            return Exhibit.says(
                    "No measurement uncertainty is declared, so that any difference counts: p = "
                            + p,
                    "未申报测量不确定度，任何差异都算数：p = " + p);
        }
        p = Say.tail(difference.pTwoSided());
        Text sum =
                Text.same("z = ")
                        .then(Say.grams(difference.value()))
                        .then(" / ")
                        .then(Say.grams(difference.sigma()))
                        .then(" = " + Say.number(difference.value() / difference.sigma()));
        return Exhibit.says(
                sum.en() + "; p, the chance of at least this much either way, = " + p,
                sum.zh() + "；任一方向出现至少这么多的概率 p = " + p);
    }

    /// From the smallest of several p-values to that of them all together (Bonferroni).
    static Exhibit bonferroni(double smallest, int tried, Text what) {
        String p = Say.probability(Math.min(1, smallest * tried));
        String sum = Say.probability(smallest) + " × " + tried + " = " + p;
        return Exhibit.says(
                "Smallest p of " + tried + " " + what.en() + ", times their number: p = " + sum,
                tried + " 个" + what.zh() + "中最小的 p 乘以个数：p = " + sum);
    }

    /// From kg of each element to kg of oxide, ending in the sum.
    ///
    /// @param what is turned into oxide, as the head of its column
    static Exhibit toOxide(
            Collection<Element> elements,
            Text what,
            ToDoubleFunction<Element> kg,
            Text sum,
            double reoKg) {
        Sheet sheet =
                new Sheet("From element to oxide", "由元素折算为氧化物")
                        .column("element", "元素")
                        .column(what.en() + " kg", what.zh() + "千克")
                        .column("× oxide factor", "× 氧化物系数")
                        .column("= REO kg", "= REO 千克");
        for (Element e : elements) {
            sheet.row(
                    Cell.of(e.name(), e.chinese()),
                    Cell.kg(kg.applyAsDouble(e)),
                    Cell.factor(e.oxideFactor()),
                    Cell.kg(kg.applyAsDouble(e) * e.oxideFactor()));
        }
        return sheet.total(Cell.of(sum), Cell.none(), Cell.none(), Cell.kg(reoKg)).table();
    }

    /// Where a sum gets its uncertainty from.
    static Exhibit uncertainty(double sigmaKg) {
        return Exhibit.says(
                "σ = "
                        + Say.grams(sigmaKg).en()
                        + ": errors of single weighings and assays add in squares; what lines of one scale, method and laboratory share in a year adds in full",
                "σ = " + Say.grams(sigmaKg).zh() + "：单次称重与化验的误差按平方相加，同一衡器、方法、检测机构同年共有的误差全额相加");
    }

    /// The sum of lines by facility and month, ending in a total.
    ///
    /// @param kg what of a line counts, kg
    static Exhibit byMonth(
            Scene scene,
            Text title,
            Collection<Integer> lines,
            ToDoubleFunction<Integer> kg,
            double total) {
        Map<String, double[]> months = new LinkedHashMap<>();
        for (int line : lines) {
            int month = LedgerTime.monthOf(scene.ledger().timeMicros(line));
            double[] sum =
                    months.computeIfAbsent(
                            scene.facilityId(line) + "\n" + Say.month(month), _ -> new double[2]);
            sum[0]++;
            sum[1] += kg.applyAsDouble(line);
        }
        Sheet sheet =
                new Sheet(title.en(), title.zh())
                        .column("facility", "场所")
                        .column("month", "月份")
                        .column("lines", "行数")
                        .column("kg", "千克");
        months.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(month -> {
                    String[] key = month.getKey().split("\n", -1);
                    sheet.row(
                            Cell.of(key[0]),
                            Cell.of(key[1]),
                            Cell.count((long) month.getValue()[0]),
                            Cell.kg(month.getValue()[1]));
                });
        return sheet.total(
                        Cell.of("sum", "合计"), Cell.none(), Cell.count(lines.size()), Cell.kg(total))
                .table();
    }
}
