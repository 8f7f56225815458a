package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class FacilityBalanceTest {
    private static Optional<FacilityBalance> maybe(String text) {
        Ledger ledger = LedgerText.ledger(text);
        return FacilityBalance.of(new ErrorModel(ledger), 2); // SEP
    }

    private static FacilityBalance balance(String text) {
        return maybe(text).orElseThrow();
    }

    /// Rows as `element opening + additions - removals - closing = difference`, kg.
    private static List<String> rows(String text) {
        return balance(text).rows().stream()
                .map(r ->
                        String.format(
                                Locale.ROOT,
                                "%s %d + %d - %d - %d = %d",
                                r.element(),
                                r.openingMg() / 1_000_000,
                                r.additionsMg() / 1_000_000,
                                r.removalsMg() / 1_000_000,
                                r.closingMg() / 1_000_000,
                                r.differenceMg() / 1_000_000))
                .toList();
    }

    @Test
    void aBalanceIsOpeningPlusAdditionsMinusRemovalsMinusClosing() {
        assertThat(
                        rows(
                                """
                                K0 stocktake  2024-01-01 SEP A oxide 10
                                A  receipt    2024-01-05 SEP B conc 100 partner=M1
                                B  import     2024-01-06 SEP C conc 30 partner=MM
                                C  extraction 2024-01-07 SEP D conc 7
                                D  shipment   2024-01-08 SEP A oxide 40 partner=MET
                                E  export     2024-01-09 SEP A oxide 5 partner=F
                                F  disposal   2024-01-10 SEP W waste 3
                                G  processing 2024-01-11 SEP in  B conc 100
                                G  processing 2024-01-11 SEP out A oxide 90
                                K1 stocktake  2024-02-01 SEP A oxide 95
                                """))
                .containsExactly("Nd 10 + 137 - 48 - 95 = 4");
    }

    @Test
    void whatLiesBeforeTheFirstAndAfterTheLastStocktakeIsInNoPeriod() {
        assertThat(
                        rows(
                                """
                                A  receipt   2024-01-01 SEP B conc 100 partner=M1
                                K0 stocktake 2024-01-31 SEP B conc 100
                                K1 stocktake 2024-02-29 SEP B conc 100
                                D  shipment  2024-03-08 SEP B conc 40 partner=MET
                                """))
                .containsExactly("Nd 100 + 0 - 0 - 100 = 0");
    }

    @Test
    void aFlowExactlyAtAStocktakeBelongsToThePeriodThatBeginsThere() {
        assertThat(
                        rows(
                                """
                                K0 stocktake 2024-01-31 SEP
                                K1 stocktake 2024-02-29 SEP
                                A  receipt   2024-03-01T00:00 SEP B conc 100 partner=M1
                                K2 stocktake 2024-03-31 SEP B conc 100
                                """))
                .containsExactly("Nd 0 + 0 - 0 - 0 = 0", "Nd 0 + 100 - 0 - 100 = 0");
    }

    @Test
    void aFlowExactlyAtTheLastStocktakeIsInNoPeriod() {
        assertThat(
                        rows(
                                """
                                K0 stocktake 2024-01-31 SEP B conc 10
                                K1 stocktake 2024-02-29 SEP B conc 10
                                A  receipt   2024-03-01T00:00 SEP B conc 100 partner=M1
                                """))
                .containsExactly("Nd 10 + 0 - 0 - 10 = 0");
    }

    @Test
    void severalStocktakesAtOneInstantAreOne() {
        FacilityBalance balance =
                balance(
                        """
                        K0 stocktake 2024-01-31                SEP A conc 10
                        K1 stocktake 2024-01-31T16:00:00Z      SEP B conc 5
                        K2 stocktake 2024-02-29                SEP A conc 15
                        """);
        assertThat(balance.periodCount()).isEqualTo(1);
        assertThat(balance.rows().getFirst().openingMg()).isEqualTo(15_000_000);
    }

    @Test
    void oneStocktakeMakesNoPeriod() {
        assertThat(maybe("K0 stocktake 2024-01-31 SEP A conc 10")).isEmpty();
    }

    @Test
    void anElementHasRowsWhereAnythingOfItFlowsOrIsInStock() {
        FacilityBalance balance =
                balance(
                        """
                        assay a A La=0.1 Dy=0.2
                        K0 stocktake 2024-01-31 SEP
                        X  receipt   2024-02-05 SEP A conc 10 partner=M1
                        Y  shipment  2024-02-06 SEP A conc 10 partner=M1
                        K1 stocktake 2024-02-29 SEP
                        Z  receipt   2024-03-05 SEP N conc 10 partner=M1
                        """);
        assertThat(balance.elements()).containsExactly(Element.La, Element.Dy);
        assertThat(balance.rows()).hasSize(2);
        assertThat(balance.statistics(Element.Nd)).isEmpty();
    }

    @Test
    void periodsPrintFromStocktakeToStocktake() {
        FacilityBalance balance =
                balance(
                        """
                        K0 stocktake 2023-12-31 SEP A conc 1
                        K1 stocktake 2024-01-31 SEP A conc 1
                        """);
        assertThat(LedgerTime.format(balance.periods().getFirst().fromMicros()))
                .isEqualTo("2024-01-01T00:00:00+08:00");
        assertThat(LedgerTime.format(balance.periods().getFirst().untilMicros()))
                .isEqualTo("2024-02-01T00:00:00+08:00");
    }

    @Test
    void cumulativeDifferencesAddUp() {
        FacilityBalance balance =
                balance(
                        """
                        K0 stocktake 2024-01-31 SEP A conc 10
                        K1 stocktake 2024-02-29 SEP A conc 7
                        K2 stocktake 2024-03-31 SEP A conc 8
                        """);
        assertThat(balance.rows())
                .extracting(row -> row.statistics().cumulativeMg())
                .containsExactly(3_000_000L, 2_000_000L);
    }

    @Test
    void aStockBetweenTwoPeriodsIsOneMeasurement() {
        double[][] sigma =
                balance(
                                """
                                weighing bridge 0.1 0
                                K0 stocktake 2024-01-31 SEP
                                A  receipt   2024-02-05 SEP A conc 100 partner=M1
                                K1 stocktake 2024-02-29 SEP A conc 100 method=bridge
                                B  shipment  2024-03-05 SEP A conc 100 partner=MET
                                K2 stocktake 2024-03-31 SEP
                                """)
                        .covariance(Element.Nd);
        assertThat(sigma[0]).containsExactly(new double[] {100, -100}, within(1e-9));
        assertThat(sigma[1]).containsExactly(new double[] {-100, 100}, within(1e-9));
    }

    @Test
    void linesOfOneAssayShareItsRandomError() {
        double[][] sigma =
                balance(
                                """
                                assaying icp 0.1 0
                                assay a A Nd=1 method=icp
                                K0 stocktake 2024-01-31 SEP
                                A  receipt   2024-02-05 SEP A conc 100 partner=M1
                                B  shipment  2024-02-06 SEP A conc 90 partner=MET
                                K1 stocktake 2024-02-29 SEP
                                """)
                        .covariance(Element.Nd);
        assertThat(sigma[0][0]).isCloseTo(0.01 * 10 * 10, within(1e-9));
    }

    @Test
    void systematicWeighingErrorsTurnWithTheYear() {
        String text =
                """
                weighing bridge 0 0.1
                K0 stocktake 2023-11-30 SEP
                A  receipt   2023-12-05 SEP A conc 100 partner=M1 method=bridge
                B  receipt   %s         SEP A conc 100 partner=M1 method=bridge
                K1 stocktake 2024-02-29 SEP A conc 200
                """;
        assertThat(balance(text.formatted("2023-12-06")).covariance(Element.Nd)[0][0])
                .isCloseTo(0.01 * 200 * 200, within(1e-9));
        assertThat(balance(text.formatted("2024-01-06")).covariance(Element.Nd)[0][0])
                .isCloseTo(0.01 * 2 * 100 * 100, within(1e-9));
    }

    @Test
    void systematicAssayErrorsAreSharedWithinLaboratoryMethodStageAndYear() {
        String text =
                """
                assaying icp 0 0.1
                product dust concentrate
                assay a A Nd=1 method=icp lab=X at=2024-01-05
                assay b B Nd=1 method=icp lab=%s at=%s
                K0 stocktake 2024-01-31 SEP
                A  receipt   2024-02-05 SEP A conc 100 partner=M1
                B  receipt   2024-02-06 SEP B %s 100 partner=M1
                K1 stocktake 2024-02-29 SEP
                """;
        double shared = 0.01 * 200 * 200;
        double apart = 0.01 * 2 * 100 * 100;
        assertVariance(text.formatted("X", "2024-01-08", "conc"), shared);
        assertVariance(text.formatted("X", "2024-01-08", "dust"), shared);
        assertVariance(text.formatted("Y", "2024-01-08", "conc"), apart);
        assertVariance(text.formatted("X", "2023-01-08", "conc"), apart);
        assertVariance(text.formatted("X", "2024-01-08", "oxide"), apart);
    }

    private static void assertVariance(String text, double expected) {
        assertThat(balance(text).covariance(Element.Nd)[0][0]).isCloseTo(expected, within(1e-9));
    }
}
