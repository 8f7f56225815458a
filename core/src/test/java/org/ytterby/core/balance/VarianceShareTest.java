package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.VarianceShare.Kind;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.ProductStage;
import org.ytterby.core.testing.LedgerText;

class VarianceShareTest {
    private static final double EXACT = 1e-12;

    private static final String METHODS =
            """
            weighing truck 0.01 0.02
            weighing bench 0.01 0
            assaying icp   0    0.03
            assaying xrf   0.04 0
            assay of-conc  conc  Nd=1 method=icp lab=L
            assay of-oxide oxide Nd=1 method=xrf lab=L
            """;

    private static List<VarianceShare> shares(String text) {
        FacilityBalance balance =
                FacilityBalance.of(new ErrorModel(LedgerText.ledger(METHODS, text)), 2)
                        .orElseThrow();
        return VarianceShare.of(balance, Element.Nd);
    }

    private static double share(
            List<VarianceShare> shares, Kind kind, String method, ProductStage stage) {
        return shares.stream()
                .filter(s -> s.kind() == kind && s.method().equals(method) && s.stage() == stage)
                .mapToDouble(VarianceShare::share)
                .sum();
    }

    @Test
    void sharedErrorsAddUpBeforeTheyAreSquared() {
        List<VarianceShare> shares =
                shares(
                        """
                        K0 stocktake 2024-01-31 SEP
                        X  receipt   2024-02-05 SEP A conc 100 partner=M1 method=truck
                        Y  receipt   2024-02-06 SEP B conc 100 partner=M1 method=truck
                        K1 stocktake 2024-02-29 SEP
                        """);
        // random 1² + 1², of the scale (2 + 2)², of the laboratory (3 + 3)²
        assertThat(share(shares, Kind.WEIGHING, "truck", ProductStage.CONCENTRATE))
                .isCloseTo(18.0 / 54, within(EXACT));
        assertThat(share(shares, Kind.ASSAYING, "icp", ProductStage.CONCENTRATE))
                .isCloseTo(36.0 / 54, within(EXACT));
        assertThat(shares.getFirst().kind()).isEqualTo(Kind.ASSAYING);
    }

    @Test
    void whatLeavesOnTheSameScaleTakesItsErrorAlong() {
        List<VarianceShare> shares =
                shares(
                        """
                        K0 stocktake 2024-01-31 SEP
                        X  receipt   2024-02-05 SEP A conc  100 partner=M1 method=truck
                        Y  shipment  2024-02-06 SEP B oxide 50 partner=MET method=truck
                        K1 stocktake 2024-02-29 SEP
                        """);
        // random 1² and 0.5²; the scale (2 − 1)², as 2 and −1 of it; the laboratories 3² and 2²
        double all = 1 + 0.25 + 1 + 9 + 4;
        assertThat(share(shares, Kind.WEIGHING, "truck", ProductStage.CONCENTRATE))
                .isCloseTo((1 + 2) / all, within(EXACT));
        assertThat(share(shares, Kind.WEIGHING, "truck", ProductStage.SEPARATED))
                .isCloseTo((0.25 - 1) / all, within(EXACT));
        assertThat(share(shares, Kind.ASSAYING, "xrf", ProductStage.SEPARATED))
                .isCloseTo(4 / all, within(EXACT));
        assertThat(shares.stream().mapToDouble(VarianceShare::share).sum())
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void aStockBetweenTwoPeriodsCancels() {
        List<VarianceShare> shares =
                shares(
                        """
                        K0 stocktake 2024-01-31 SEP A conc 100 method=bench
                        K1 stocktake 2024-02-29 SEP A conc 100 method=truck
                        K2 stocktake 2024-03-31 SEP A conc 100 method=bench
                        """);
        assertThat(share(shares, Kind.WEIGHING, "truck", ProductStage.CONCENTRATE)).isZero();
        assertThat(share(shares, Kind.WEIGHING, "bench", ProductStage.CONCENTRATE))
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void withoutErrorsThereAreNoShares() {
        FacilityBalance balance =
                FacilityBalance.of(
                                new ErrorModel(
                                        LedgerText.ledger(
                                                """
                                                K0 stocktake 2024-01-31 SEP A conc 1
                                                K1 stocktake 2024-02-29 SEP A conc 1
                                                """)),
                                2)
                        .orElseThrow();
        assertThat(VarianceShare.of(balance, Element.Nd)).isEmpty();
    }
}
