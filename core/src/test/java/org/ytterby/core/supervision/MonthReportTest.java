package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.testing.LedgerText;

class MonthReportTest {
    private static final int SEP = 2;
    private static final long FEBRUARY = at("2024-02-14");

    private static final Ledger LEDGER =
            LedgerText.ledger(
                    """
                    K0 stocktake  2024-01-31 SEP A conc 5
                    R1 receipt    2024-02-05 SEP B conc 100 partner=M1 doc=I-1
                    S1 shipment   2024-02-04 M1  B conc 100 partner=SEP doc=I-1
                    S2 shipment   2024-02-20 M1  C conc 30 partner=SEP doc=I-2
                    S3 shipment   2024-03-02 M1  D conc 30 partner=SEP doc=I-3
                    S4 shipment   2024-02-21 M1  E conc 30 partner=MET doc=I-4
                    P1 processing 2024-02-10 SEP in  B conc 60
                    P1 processing 2024-02-10 SEP out O oxide 50
                    """);

    private static long at(String day) {
        return LedgerTime.parseDate(day).orElseThrow();
    }

    private static MonthReport report(Ledger ledger, long inMonth) {
        List<MonthReport> all = MonthReport.of(ledger, f -> f == SEP, inMonth);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatWasReportedIsSummedUpByType() {
        MonthReport report = report(LEDGER, FEBRUARY);
        assertThat(report.sums()).containsOnlyKeys(FlowType.RECEIPT, FlowType.PROCESSING);
        assertThat(report.sums())
                .containsEntry(
                        FlowType.RECEIPT,
                        new MonthReport.Sum(
                                1, 100, LEDGER.reoKg(LEDGER.linesByFacility().get(SEP, 1))));
        assertThat(report.sums())
                .hasEntrySatisfying(
                        FlowType.PROCESSING,
                        sum -> assertThat(sum.dryKg()).as("inputs alone").isEqualTo(60));
        assertThat(report.dueMicros()).isEqualTo(at("2024-03-11"));
    }

    @Test
    void shipmentsThatWereNotReceivedAreOpenOnceTheyWereSent() {
        assertThat(report(LEDGER, FEBRUARY).unanswered())
                .extracting(line -> LEDGER.flows().recordId(LEDGER.flows().record(line)))
                .containsExactly("S2");
        assertThat(report(LEDGER, at("2024-03-31")).unanswered()).hasSize(2);
        assertThat(report(LEDGER, at("2024-01-02")).unanswered()).isEmpty();
    }

    @Test
    void aMonthIsClosedByAStocktakeAtItsEnd() {
        MonthReport report = report(LEDGER, FEBRUARY);
        assertThat(report.isStocktakeOwed()).isTrue();
        assertThat(report.opened()).as("by the end of its day").hasValue(at("2024-02-01"));
        assertThat(report.counted()).isEmpty();
        Ledger closed =
                LedgerText.ledger(
                        """
                        K0 stocktake 2024-01-31 SEP A conc 5
                        K1 stocktake 2024-03-01T00:00 SEP A conc 5
                        """);
        assertThat(report(closed, FEBRUARY).counted()).hasValue(at("2024-03-01"));
    }

    @Test
    void whoeverIsOutsideHasNothingToReport() {
        assertThat(MonthReport.of(LEDGER, _ -> true, FEBRUARY))
                .extracting(r -> LEDGER.registry().facility(r.facility()).id())
                .doesNotContain("OUT")
                .contains("M1", "SEP", "MET");
    }
}
