package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.core.supervision.Rule.REPORT_LATE;
import static org.ytterby.core.supervision.Rule.STOCKTAKE_MISSING;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;

class TimelinessRulesTest {
    @Test
    void anEntryAfterTheTenthOfTheNextMonthIsLate() {
        Finding finding =
                Raised.one(
                        REPORT_LATE,
                        """
                        A extraction 2024-01-05 M1 L conc 1 entered=2024-02-11
                        B extraction 2024-01-31T23:59 M1 L conc 1 entered=2024-02-11T00:00
                        """);
        assertThat(Raised.subject(finding)).isEqualTo("M1");
        assertThat(finding.evidence().first()).containsExactly("A", "B");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void anEntryOnTheTenthIsInTime() {
        Raised.none(
                REPORT_LATE,
                """
                A extraction 2024-01-05 M1 L conc 1 entered=2024-02-10
                B extraction 2024-12-05 M1 L conc 1 entered=2025-01-10T23:59
                C extraction 2024-02-01T00:00 M1 L conc 1 entered=2024-02-11
                D extraction 2024-02-01 M1 L conc 1
                """);
    }

    @Test
    void correctionsAndCancelledOriginalsDoNotCount() {
        Raised.none(
                REPORT_LATE,
                """
                A extraction   2024-01-05 M1 L conc 1 entered=2024-01-06
                B extraction   2024-01-05 M1 L conc 2 entered=2024-05-06 corrects=A
                C extraction   2024-01-05 M1 L conc 1 entered=2024-05-06
                D cancellation 2024-01-05 M1 entered=2024-05-07 corrects=C
                """);
    }

    @Test
    void aCorrectedOriginalCounts() {
        Finding finding =
                Raised.one(
                        REPORT_LATE,
                        """
                        A extraction 2024-01-05 M1 L conc 1 entered=2024-05-06
                        B extraction 2024-01-05 M1 L conc 2 entered=2024-05-07 corrects=A
                        """);
        assertThat(finding.evidence().first()).containsExactly("A");
    }

    @Test
    void monthsAreFoundApart() {
        assertThat(
                        Raised.by(
                                REPORT_LATE,
                                """
                                A extraction 2024-01-05 M1 L conc 1 entered=2024-05-06
                                B extraction 2024-02-05 M1 L conc 1 entered=2024-05-06
                                """))
                .hasSize(2);
    }

    @Test
    void moreThanFortyFiveDaysWithoutStocktakeAreFound() {
        Finding finding =
                Raised.one(
                        STOCKTAKE_MISSING,
                        """
                        A receipt   2024-01-01T00:00 SEP L conc 1 partner=M1
                        K stocktake 2024-01-31 SEP L conc 1
                        Z receipt   2024-03-17T00:01 SEP L conc 1 partner=M1
                        """);
        assertThat(Raised.subject(finding)).isEqualTo("SEP");
        assertThat(LedgerTime.format(finding.span().fromMicros()))
                .isEqualTo("2024-02-01T00:00:00+08:00");
        assertThat(LedgerTime.format(finding.span().untilMicros()))
                .isEqualTo("2024-03-17T00:01:00+08:00");
    }

    @Test
    void fortyFiveDaysAreAllowed() {
        Raised.none(
                STOCKTAKE_MISSING,
                """
                A receipt 2024-01-01T00:00 SEP L conc 1 partner=M1
                Z receipt 2024-02-15T00:00 SEP L conc 1 partner=M1
                """);
    }

    @Test
    void portsTradersAndOutsideOweNone() {
        Raised.none(
                STOCKTAKE_MISSING,
                """
                facility TRD E trade
                A receipt 2024-01-01 POR L conc 1 partner=M1
                B receipt 2024-01-01 TRD L conc 1 partner=M1
                Z receipt 2024-12-15 POR L conc 1 partner=M1
                """);
    }

    @Test
    void aFacilityWithoutFlowsOwesNone() {
        Raised.none(STOCKTAKE_MISSING, "K stocktake 2024-01-31 POR");
    }
}
