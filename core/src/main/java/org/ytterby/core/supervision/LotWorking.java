package org.ytterby.core.supervision;

import java.util.List;
import org.ytterby.core.balance.Estimate;

/// The arithmetic of lot-overdrawn, and the movements that the other rules about lots compare.
final class LotWorking {
    private LotWorking() {}

    /// The balance of a lot in a facility at the end of a month in which something was taken.
    ///
    /// @param inKg dry mass come in by then
    /// @param outKg dry mass taken out by then
    /// @param overdraft what was taken beyond what came in, kg
    record MonthEnd(int month, double inKg, double outKg, Estimate overdraft) {}

    static List<Exhibit> overdrawn(List<MonthEnd> ends, MonthEnd worst) {
        Sheet sheet =
                new Sheet("Running balance, dry kg", "逐月余额（干基千克）")
                        .column("end of", "月末")
                        .column("taken so far", "累计发出和使用")
                        .column("− come in so far", "− 累计收入")
                        .column("= overdraft", "= 透支")
                        .column("σ", "σ")
                        .column("p", "p");
        for (MonthEnd end : ends) {
            sheet.row(
                    Cell.of(Say.month(end.month())),
                    Cell.kg(end.outKg()),
                    Cell.kg(end.inKg()),
                    Cell.kg(end.overdraft().value()),
                    Cell.kg(end.overdraft().sigma()),
                    Cell.probability(end.overdraft().pAbove(0)));
        }
        String month = Say.month(worst.month());
        return List.of(
                Exhibit.says(
                        "What a record makes counts at the start of its span, what it takes at its time; months in which nothing was taken are not checked",
                        "产出按记录时段之始计，消耗按记录时间计；无发出的月份不检查"),
                sheet.table(),
                Exhibit.says("Worst month: " + month, "最严重的月份：" + month),
                Steps.above(worst.overdraft(), 0),
                Steps.bonferroni(
                        worst.overdraft().pAbove(0), ends.size(), new Text("month ends", "月末")));
    }

    /// Lines of a lot in order of time, with the place of each.
    static List<Exhibit> movements(Scene scene, List<Integer> lines, Text fact) {
        Sheet sheet =
                new Sheet("Movements in order of time", "按时间排列的流转")
                        .column("time", "时间")
                        .column("record", "记录")
                        .column("facility", "场所")
                        .column("type", "类型")
                        .column("weighed kg", "称重千克")
                        .column("makes the lot", "生成批次");
        for (int line : lines) {
            sheet.row(
                    Cell.at(scene.ledger().timeMicros(line)),
                    Cell.of(scene.flows().recordId(scene.flows().record(line))),
                    Cell.of(scene.facilityId(line)),
                    Cell.of(Words.of(scene.ledger().type(line))),
                    Cell.kg(scene.weighedKg(line)),
                    switch (scene.births().kind(line)) {
                        case NONE -> Cell.none();
                        case EXTRACTION, IMPORT, PROCESSING, OUTSIDE, OPENING ->
                                Cell.of("yes", "是");
                    });
        }
        return List.of(sheet.table(), new Exhibit.Statement(fact));
    }
}
