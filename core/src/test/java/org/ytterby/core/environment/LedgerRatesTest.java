package org.ytterby.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.RecoveryRates.Kind;
import org.ytterby.core.environment.RecoveryRates.Rate;
import org.ytterby.core.environment.ResourceBook.Report;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.testing.LedgerText;

/// Rates and reserves by the ledger itself. Each kilogram of neodymium is 1.166377 kg REO.
class LedgerRatesTest {
    private static final double ND = 1.166377;
    private static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);

    private static int facility(Ledger ledger, String id) {
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (ledger.registry().facility(f).id().equals(id)) {
                return f;
            }
        }
        throw new IllegalArgumentException("no facility " + id);
    }

    private static List<Rate> rates(Ledger ledger, String id, double reservesUsedKg) {
        return RecoveryRates.of(ledger, facility(ledger, id), ALWAYS, reservesUsedKg);
    }

    @Test
    void separationIsWhatCameOutOverWhatWentInAndDidNotStay() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        A extraction 2024-01-05 M1      L1 conc  1000
                        R processing 2024-02-09 SEP in  L1 conc  1000
                        R processing 2024-02-09 SEP out L2 oxide  855
                        R processing 2024-02-09 SEP out L3 hold   100
                        R processing 2024-02-09 SEP out L4 waste   45
                        """);
        List<Rate> rates = rates(ledger, "SEP", Double.NaN);
        Rate separation = RecoveryRates.find(rates, Kind.SEPARATION).orElseThrow();
        assertThat(separation.inKg()).isCloseTo(900 * ND, within(1e-2));
        assertThat(separation.share()).isCloseTo(0.95, within(1e-9));
        assertThat(RecoveryRates.find(rates, Kind.LOSS).orElseThrow().share())
                .isCloseTo(0.045, within(1e-9));
        assertThat(RecoveryRates.find(rates, Kind.UTILISATION).orElseThrow().share()).isZero();
        assertThat(RecoveryRates.find(rates, Kind.MINING)).isEmpty();
        assertThat(RecoveryRates.beside(separation, 0.97).difference())
                .isCloseTo(-0.02, within(1e-9));
    }

    @Test
    void miningNeedsTheReservesThatItUsedUp() {
        Ledger ledger = LedgerText.ledger("A extraction 2024-01-05 M1 L1 conc 840\n");
        List<Rate> rates = rates(ledger, "M1", 1000 * ND);
        assertThat(RecoveryRates.find(rates, Kind.MINING).orElseThrow().share())
                .isCloseTo(0.84, within(1e-6));
        assertThat(rates(ledger, "M1", Double.NaN)).isEmpty();
        assertThat(RecoveryRates.of(ledger, facility(ledger, "M1"), new Span(0, 1), Double.NaN))
                .isEmpty();
    }

    @Test
    void beneficiationIsConcentrateOverOre() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        A extraction 2024-01-05 M1      L1 ore   1000
                        R processing 2024-01-09 M1  in  L1 ore   1000
                        R processing 2024-01-09 M1  out L2 conc   780
                        R processing 2024-01-09 M1  out L3 waste  220
                        """);
        List<Rate> rates = rates(ledger, "M1", Double.NaN);
        assertThat(RecoveryRates.find(rates, Kind.BENEFICIATION).orElseThrow().share())
                .isCloseTo(0.78, within(1e-9));
    }

    @Test
    void reservesAreUsedUpByWhatTheLedgerTells() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        A extraction 2022-06-05 M1 L1 conc 400
                        B extraction 2024-03-05 M1 L2 conc 800
                        """);
        long reported = LedgerTime.parseDate("2022-01-01").orElseThrow();
        long now = LedgerTime.parseDate("2025-01-01").orElseThrow();
        Report report = new Report(reported, "GB/T 17766", 10_000 * ND, 0);
        ResourceBook book = ResourceBook.of(ledger, facility(ledger, "M1"), report, 0.8, now);
        assertThat(book.extractedKg()).isCloseTo(1200 * ND, within(1e-2));
        assertThat(book.usedUpKg()).isCloseTo(1500 * ND, within(1e-2));
        assertThat(book.leftKg()).isCloseTo(8500 * ND, within(1e-2));
        assertThat(book.lifeYears()).isCloseTo(8.5, within(1e-6));
        ResourceBook idle = ResourceBook.of(ledger, facility(ledger, "M2"), report, 0.8, now);
        assertThat(idle.lifeYears()).isInfinite();
        assertThatThrownBy(() -> ResourceBook.of(ledger, 0, report, 0, now))
                .hasMessageContaining("recovery");
        assertThatThrownBy(() -> new Report(0, "", -1, 0)).hasMessageContaining("-1");
    }
}
