package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class LedgerTest {
    private static List<String> records(Ledger ledger) {
        return IntStream.of(ledger.records()).mapToObj(ledger.flows()::recordId).toList();
    }

    @Test
    void recordsStandInOrderOfTime() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        B extraction 2024-01-07 M1 L conc 1
                        A extraction 2024-01-05 M1 L conc 1
                        C extraction 2024-01-06T04:00:00Z M1 L conc 1
                        """);
        assertThat(records(ledger)).containsExactly("A", "C", "B");
    }

    @Test
    void ofRecordsAtOneInstantStocktakesComeFirst() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        B extraction 2024-01-06T00:00 M1 L conc 1
                        K stocktake  2024-01-05       M1
                        """);
        assertThat(records(ledger)).containsExactly("K", "B");
    }

    @Test
    void ofRecordsAtOneInstantTheEarlierRowComesFirstEvenIfTheOtherWasNamedBefore() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        V extraction 2024-01-05 M1 L conc 1 corrects=C bad
                        B extraction 2024-01-06 M1 L conc 1
                        C extraction 2024-01-06 M1 L conc 1
                        """);
        assertThat(records(ledger)).containsExactly("B", "C");
    }

    @Test
    void elementMassIsRoundedOnceHalfToEven() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        assay a L Nd=0.5 Pr=0.25
                        A extraction 2024-01-05 M1 L conc 0.000005 moisture=0
                        B extraction 2024-01-06 M1 L conc 1 moisture=0.1
                        """);
        int[] lines = ledger.lines();
        assertThat(ledger.elementMg(lines[0], Element.Nd.ordinal())).isEqualTo(2);
        assertThat(ledger.elementMg(lines[0], Element.Pr.ordinal())).isEqualTo(1);
        assertThat(ledger.elementMg(lines[1], Element.Nd.ordinal())).isEqualTo(450_000);
        assertThat(ledger.dryMg(lines[1])).isEqualTo(900_000);
    }

    @Test
    void oxideEquivalentOfALineSumsOverElements() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        assay a L Nd=0.5 Pr=0.25
                        A extraction 2024-01-05 M1 L conc 1000
                        """);
        assertThat(ledger.reoKg(ledger.lines()[0]))
                .isCloseTo(500 * 1.166377 + 250 * 1.208161, within(1e-9));
    }

    @Test
    void aLineWithoutLotHasNoMass() {
        Ledger ledger = LedgerText.ledger("K stocktake 2024-01-05 M1");
        int line = ledger.lines()[0];
        assertThat(ledger.assay(line)).isNegative();
        assertThat(ledger.elementMg(line, Element.Nd.ordinal())).isZero();
        assertThat(ledger.reoKg(line)).isZero();
    }

    @Test
    void linesAreGroupedByFacilityAndLotInOrderOfTime() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        B shipment   2024-01-07 M1  L conc 1 partner=SEP
                        C receipt    2024-01-08 SEP L conc 1 partner=M1
                        A extraction 2024-01-05 M1  L conc 1
                        """);
        int lot = ledger.flows().texts().lots().find("L");
        assertThat(ledger.linesByLot().items(lot)).containsExactly(2, 0, 1);
        assertThat(ledger.linesByFacility().items(0)).containsExactly(2, 0);
        assertThat(ledger.linesByFacility().items(2)).containsExactly(1);
    }

    @Test
    void anEmptyLedgerEndsBeforeEverything() {
        assertThat(LedgerText.ledger("").lastMicros()).isEqualTo(LedgerTime.BEGINNING);
    }

    @Test
    void aReplacedRecordIsNotInForce() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        A extraction 2024-01-05 M1 L conc 1
                        B extraction 2024-01-05 M1 L conc 2 corrects=A
                        """);
        assertThat(ledger.isInForce(0)).isFalse();
        assertThat(ledger.isInForce(1)).isTrue();
        assertThat(ledger.lines()).containsExactly(1);
    }
}
