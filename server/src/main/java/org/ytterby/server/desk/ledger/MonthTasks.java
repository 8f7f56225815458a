package org.ytterby.server.desk.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.MonthReport;
import org.ytterby.server.web.Language;

/// What is to be done for the report of a facility and month, step by step.
///
/// @param due day until which it is to be done
/// @param tasks in the order of work
/// @param unanswered shipments that the facility has not received
public record MonthTasks(
        String facility, String due, List<Task> tasks, List<Shipment> unanswered, int late) {
    private static final int MG_DIGITS = 6;
    private static final List<FlowType> REPORTED =
            List.of(
                    FlowType.EXTRACTION,
                    FlowType.RECEIPT,
                    FlowType.IMPORT,
                    FlowType.PROCESSING,
                    FlowType.SHIPMENT,
                    FlowType.EXPORT,
                    FlowType.DISPOSAL);

    /// A step.
    ///
    /// @param name of its words
    /// @param state `done`, `open`, or `info` for what may be nothing
    /// @param detail in the reader's language
    public record Task(String name, String state, String detail) {}

    /// A shipment to be received.
    public record Shipment(
            String record,
            String from,
            String day,
            String lot,
            String product,
            String document,
            String kg,
            String mass) {}

    static MonthTasks of(Ledger ledger, MonthReport report, Language language) {
        List<Task> tasks = new ArrayList<>();
        if (report.isStocktakeOwed()) {
            tasks.add(
                    report.opened().isPresent()
                            ? new Task("opening", "done", day(report.opened().getAsLong()))
                            : new Task("opening", "open", ""));
        }
        int open = report.unanswered().size();
        tasks.add(
                new Task(
                        "purchases",
                        open == 0 ? "done" : "open",
                        open == 0
                                ? language.pick("all received", "均已收货")
                                : language.pick(open + " not received", "未收货 " + open + " 笔")));
        for (FlowType type : REPORTED) {
            MonthReport.Sum sum = report.sums().get(type);
            if (sum != null) {
                tasks.add(new Task(type.code(), "info", told(sum, language)));
            }
        }
        if (report.sums().keySet().stream().noneMatch(REPORTED::contains)) {
            tasks.add(new Task("nothing", "open", ""));
        }
        if (report.isStocktakeOwed()) {
            tasks.add(
                    report.counted().isPresent()
                            ? new Task("stocktake", "done", day(report.counted().getAsLong()))
                            : new Task("stocktake", "open", ""));
        }
        return new MonthTasks(
                ledger.registry().facility(report.facility()).id(),
                day(report.dueMicros() - 1),
                List.copyOf(tasks),
                report.unanswered().stream().map(line -> shipment(ledger, line, language)).toList(),
                report.late());
    }

    private static String told(MonthReport.Sum sum, Language language) {
        String reo = language.mass(sum.reoKg());
        return language.pick(
                "%d %s, %s REO"
                        .formatted(sum.records(), sum.records() == 1 ? "record" : "records", reo),
                "%d 条记录，%s REO".formatted(sum.records(), reo));
    }

    private static String day(long micros) {
        return LedgerTime.dateOf(micros).toString();
    }

    private static Shipment shipment(Ledger ledger, int line, Language language) {
        FlowTable flows = ledger.flows();
        int record = flows.record(line);
        int document = flows.document(line);
        return new Shipment(
                flows.recordId(record),
                ledger.registry().facility(flows.facility(record)).id(),
                day(ledger.timeMicros(line)),
                flows.lotId(flows.lot(line)),
                ledger.declarations().products().get(flows.product(line)).id(),
                document == Names.NONE ? "" : flows.texts().documents().name(document),
                BigDecimal.valueOf(flows.massMg(line), MG_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString(),
                language.mass(flows.massMg(line) / Mass.MG_PER_KG));
    }
}
