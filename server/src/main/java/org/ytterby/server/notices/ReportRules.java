package org.ytterby.server.notices;

import java.util.List;
import java.util.Locale;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.supervision.MonthReport;

/// Who has not reported last month: facilities that owe stocktakes and have none of it.
final class ReportRules {
    private static final int MONTHS_OF_YEAR = 12;

    private ReportRules() {}

    /// What is told of last month's reports now: nothing until they are due soon. O(lines).
    ///
    /// @param leadMicros how long before they are due
    static List<Draft> drafts(Ledger ledger, long nowMicros, long leadMicros) {
        int month = LedgerTime.monthOf(nowMicros) - 1;
        long until = LedgerTime.startOfMonth(month + 1);
        return MonthReport.of(ledger, f -> isAtWork(ledger, f, until), until - 1).stream()
                .filter(report -> report.isStocktakeOwed() && report.counted().isEmpty())
                .filter(report -> nowMicros >= report.dueMicros() - leadMicros)
                .map(report -> draft(ledger, report, month, nowMicros >= report.dueMicros()))
                .toList();
    }

    /// Whether a facility has declared anything before a time.
    static boolean isAtWork(Ledger ledger, int f, long until) {
        Groups lines = ledger.linesByFacility();
        return lines.size(f) > 0 && ledger.timeMicros(lines.get(f, 0)) < until;
    }

    private static Draft draft(Ledger ledger, MonthReport report, int month, boolean isPassed) {
        String facility = ledger.registry().facility(report.facility()).id();
        Kind kind = isPassed ? Kind.REPORT_OVERDUE : Kind.REPORT_DUE;
        String of =
                String.format(
                        Locale.ROOT,
                        "%04d-%02d",
                        month / MONTHS_OF_YEAR,
                        month % MONTHS_OF_YEAR + 1);
        return new Draft(
                kind,
                "report:%s:%s:%s".formatted(facility, of, kind.code()),
                facility,
                PageLink.ofMonth(facility, of),
                report.dueMicros(),
                Audience.reporters(ledger.registry().ownerOf(report.facility()).id()));
    }
}
