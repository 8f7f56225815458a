package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.RandomLedger;

/// Sums over chosen lines: [LineSum] of elements, [MassSum] of weighings, [RecordBalance].
class SumsTest {
    private static final String TWO_LINES =
            """
            weighing bridge 0.03 0.04
            assaying icp 0.1 0.2
            assay a A Nd=0.5 method=icp
            assay b B Nd=0.5 method=icp
            A extraction 2024-01-05 M1 A conc 100 method=bridge
            B extraction 2024-01-06 M1 B conc 100 method=bridge
            """;

    @Test
    void weighingsOfOneScaleShareItsSystematicError() {
        MassSum sum = new MassSum(new ErrorModel(LedgerText.ledger(TWO_LINES)));
        sum.add(0, 1, 100);
        sum.add(1, 1, 100);
        assertThat(sum.estimate().value()).isEqualTo(200);
        assertThat(sum.estimate().sigma())
                .isCloseTo(Math.sqrt(2 * 9 + 64), within(1e-12)); // 2·3² + 8²
    }

    @Test
    void inADifferenceTheSystematicErrorCancels() {
        MassSum sum = new MassSum(new ErrorModel(LedgerText.ledger(TWO_LINES)));
        sum.add(0, 1, 100);
        sum.add(1, -1, 100);
        assertThat(sum.estimate().value()).isZero();
        assertThat(sum.estimate().sigma()).isCloseTo(Math.sqrt(18), within(1e-12));
    }

    @Test
    void anElementSumCarriesWeighingAndAssay() {
        Ledger ledger = LedgerText.ledger(TWO_LINES);
        LineSum sum = new LineSum(new ErrorModel(ledger));
        assertThat(sum.isEmpty()).isTrue();
        sum.add(0, 1);
        sum.add(1, 1);
        assertThat(sum.isEmpty()).isFalse();
        double[] nd = new double[Element.COUNT];
        nd[Element.Nd.ordinal()] = 1;
        Estimate estimate = sum.weighted(nd);
        double weighing = 2 * 1.5 * 1.5 + 4 * 4;
        double assaying = 2 * 5 * 5 + 20 * 20;
        assertThat(estimate.value()).isEqualTo(100);
        assertThat(estimate.sigma()).isCloseTo(Math.sqrt(weighing + assaying), within(1e-9));
        assertThat(sum.elementMg(Element.Nd.ordinal())).isEqualTo(100_000_000);
    }

    @Test
    void anEmptySumIsZero() {
        LineSum sum = new LineSum(new ErrorModel(LedgerText.ledger("")));
        assertThat(sum.reo()).isEqualTo(new Estimate(0, 0));
    }

    @Test
    void linesMayBeAddedAfterASumWasAsked() {
        LineSum sum = new LineSum(new ErrorModel(LedgerText.ledger(TWO_LINES)));
        sum.add(1, 1);
        double one = sum.reo().value();
        sum.add(0, 1);
        assertThat(sum.reo().value()).isCloseTo(2 * one, within(1e-9));
    }

    @Test
    void theWholeIsTheSumOfItsParts() {
        Property.forAll(
                50,
                random -> {
                    Ledger ledger = LedgerText.ledger(RandomLedger.text(random, 10, 40));
                    ErrorModel model = new ErrorModel(ledger);
                    LineSum whole = new LineSum(model);
                    LineSum even = new LineSum(model);
                    LineSum odd = new LineSum(model);
                    for (int line : ledger.lines()) {
                        if (ledger.flows().lot(line) >= 0) {
                            whole.add(line, 1);
                            (line % 2 == 0 ? even : odd).add(line, 1);
                        }
                    }
                    assertThat(whole.reo().value())
                            .isCloseTo(even.reo().value() + odd.reo().value(), within(1e-6));
                    assertThat(whole.elementMg(Element.Nd.ordinal()))
                            .isEqualTo(
                                    even.elementMg(Element.Nd.ordinal())
                                            + odd.elementMg(Element.Nd.ordinal()));
                    // errors can only be shared or independent: never more than their plain sum
                    assertThat(whole.reo().sigma())
                            .isLessThanOrEqualTo(even.reo().sigma() + odd.reo().sigma() + 1e-9);
                });
    }

    @Test
    void aRecordBalancesOutputsAgainstInputs() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        weighing bridge 0.03 0.04
                        P processing 2024-01-05 SEP in  A conc  100 method=bridge
                        P processing 2024-01-05 SEP out O oxide 130 method=bridge
                        """);
        RecordBalance balance = new RecordBalance(new ErrorModel(ledger), 0);
        int nd = Element.Nd.ordinal();
        assertThat(balance.inMg(nd)).isEqualTo(100_000_000);
        assertThat(balance.outMg(nd)).isEqualTo(130_000_000);
        assertThat(balance.excess(nd).value()).isEqualTo(30);
        double variance = 0.0009 * (100 * 100 + 130 * 130) + 0.0016 * 30 * 30;
        assertThat(balance.excess(nd).sigma()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(balance.excess(Element.Dy.ordinal())).isEqualTo(new Estimate(0, 0));
    }
}
