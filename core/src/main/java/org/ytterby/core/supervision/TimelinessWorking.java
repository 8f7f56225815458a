package org.ytterby.core.supervision;

import java.util.List;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// The dates that report-late and stocktake-missing compare.
final class TimelinessWorking {
    private TimelinessWorking() {}

    static List<Exhibit> late(Scene scene, List<Integer> records, long due) {
        FlowTable flows = scene.flows();
        Sheet sheet =
                new Sheet("Entered against due", "录入时间与期限")
                        .column("record", "记录")
                        .column("flow", "流向时间")
                        .column("due before", "期限（之前）")
                        .column("entered", "录入")
                        .column("days late", "迟报天数");
        for (int r : records) {
            sheet.row(
                    Cell.of(flows.recordId(r)),
                    Cell.at(flows.timeMicros(r)),
                    Cell.at(due),
                    Cell.at(flows.enteredMicros(r)),
                    Cell.ratio((double) (flows.enteredMicros(r) - due) / LedgerTime.DAY));
        }
        return List.of(sheet.table());
    }

    /// @param stocktakes instants of all stocktakes of the facility
    static List<Exhibit> missing(List<Long> stocktakes, Span gap, long allowedMicros) {
        Sheet sheet = new Sheet("Stocktakes of the facility", "该场所的盘点").column("time", "时间");
        stocktakes.forEach(micros -> sheet.row(Cell.at(micros)));
        double days = (double) (gap.untilMicros() - gap.fromMicros()) / LedgerTime.DAY;
        String facts =
                LedgerTime.format(gap.fromMicros()) + " → " + LedgerTime.format(gap.untilMicros());
        double allowed = (double) allowedMicros / LedgerTime.DAY;
        return List.of(
                sheet.table(),
                Exhibit.says(
                        "Longest time without: "
                                + facts
                                + ", "
                                + Say.number(days)
                                + " days; allowed "
                                + Say.number(allowed)
                                + " (the facility's first flow and the last time in the package count as stocktakes)",
                        "最长未盘点时段："
                                + facts
                                + "，"
                                + Say.number(days)
                                + " 天；允许 "
                                + Say.number(allowed)
                                + " 天（场所首次流向与台账包最后时间视同盘点）"));
    }
}
