package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.MonthReport;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// What facilities have reported of a month, and what is still open.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class MonthReportController {
    /// @param month such as `2026-01`
    /// @param due the day until which it has to be reported
    /// @param stocktakeOwed whether the stock has to be counted
    /// @param opened last stocktake before the month; absent if there is none
    /// @param counted stocktake that closes the month; absent if there is none
    /// @param reported by type of flow
    /// @param unanswered shipments to the facility that it has not received
    /// @param late how many records were entered late
    record MonthReportRow(
            String facility,
            String month,
            String due,
            boolean stocktakeOwed,
            @Nullable String opened,
            @Nullable String counted,
            Map<String, SumRow> reported,
            List<ShipmentRow> unanswered,
            int late) {}

    /// @param dryKg of processing the inputs
    record SumRow(int records, double dryKg, double reoKg) {}

    /// @param from facility that sent it
    record ShipmentRow(
            String record,
            String from,
            String time,
            String lot,
            String product,
            @Nullable String document,
            double massKg) {}

    /// @param month such as `2026-01`
    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/month-reports")
    @Operation(summary = "What facilities have reported of a month, and what is still open")
    Page<MonthReportRow> reports(
            View view,
            @RequestParam String month,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        long begin =
                LedgerTime.parseDate(month + "-01")
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST,
                                        "month: such as 2026-01 / month 应如 2026-01"));
        List<MonthReport> all =
                MonthReport.of(
                        view.ledger(),
                        f ->
                                view.scope().seesFacility(view.registry(), f)
                                        && (facility.isEmpty()
                                                || view.registry()
                                                        .facility(f)
                                                        .id()
                                                        .equals(facility)),
                        begin);
        return Page.answer(
                view.position(), all.stream(), r -> row(view.ledger(), month, r), after, limit);
    }

    private static MonthReportRow row(Ledger ledger, String month, MonthReport report) {
        Map<String, SumRow> reported = new TreeMap<>();
        report.sums()
                .forEach((type, sum) ->
                        reported.put(
                                type.code(), new SumRow(sum.records(), sum.dryKg(), sum.reoKg())));
        return new MonthReportRow(
                ledger.registry().facility(report.facility()).id(),
                month,
                LedgerTime.dateOf(report.dueMicros() - 1).toString(),
                report.isStocktakeOwed(),
                time(report.opened()),
                time(report.counted()),
                reported,
                report.unanswered().stream().map(line -> shipment(ledger, line)).toList(),
                report.late());
    }

    private static @Nullable String time(OptionalLong micros) {
        return micros.isPresent() ? LedgerTime.format(micros.getAsLong()) : null;
    }

    private static ShipmentRow shipment(Ledger ledger, int line) {
        FlowTable flows = ledger.flows();
        int record = flows.record(line);
        int document = flows.document(line);
        return new ShipmentRow(
                flows.recordId(record),
                ledger.registry().facility(flows.facility(record)).id(),
                LedgerTime.format(ledger.timeMicros(line)),
                flows.lotId(flows.lot(line)),
                ledger.declarations().products().get(flows.product(line)).id(),
                document == Names.NONE ? null : flows.texts().documents().name(document),
                flows.massMg(line) / Mass.MG_PER_KG);
    }
}
