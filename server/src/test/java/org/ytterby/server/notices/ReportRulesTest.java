package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.testing.LedgerText;

/// Reports of February 2024, due before 11 March.
class ReportRulesTest {
    private static final long LEAD = 3 * LedgerTime.DAY;
    private static final Ledger LEDGER =
            LedgerText.ledger(
                    """
                    K0 stocktake  2024-01-31 SEP A conc 5
                    P1 processing 2024-02-10 SEP in  A conc 5
                    P1 processing 2024-02-10 SEP out O oxide 4
                    K1 stocktake  2024-01-31 MET B conc 5
                    K2 stocktake  2024-02-29 MET B conc 5
                    S1 extraction 2024-03-04 M1  C conc 30
                    """);

    private static List<String> told(String day) {
        return ReportRules.drafts(LEDGER, LedgerTime.parseDate(day).orElseThrow(), LEAD).stream()
                .map(draft -> draft.kind().code() + " " + draft.subject())
                .toList();
    }

    @Test
    void whoHasNotCountedIsToldShortlyBeforeAndOnceItIsLate() {
        assertThat(told("2024-03-07")).isEmpty();
        assertThat(told("2024-03-08")).containsExactly("report-due SEP");
        assertThat(told("2024-03-10")).containsExactly("report-due SEP");
        assertThat(told("2024-03-11")).containsExactly("report-overdue SEP");
        assertThat(told("2024-03-31")).containsExactly("report-overdue SEP");
    }

    @Test
    void itLeadsToTheMonthOfTheFacility() {
        assertThat(
                        ReportRules.drafts(
                                LEDGER, LedgerTime.parseDate("2024-03-08").orElseThrow(), LEAD))
                .extracting(Draft::link)
                .containsExactly("/ledger/month?month=2024-02&facility=SEP");
    }

    @Test
    void eachMonthIsACauseOfItsOwn() {
        assertThat(
                        ReportRules.drafts(
                                LEDGER, LedgerTime.parseDate("2024-04-09").orElseThrow(), LEAD))
                .extracting(Draft::cause)
                .contains("report:SEP:2024-03:report-due", "report:MET:2024-03:report-due");
    }
}
