package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.testing.LedgerText;

class LotStocksTest {
    private static List<String> rows(String text) {
        Ledger ledger = LedgerText.ledger(text);
        return LotStocks.of(Births.of(ledger)).stream()
                .map(s ->
                        "%s %s: made %d received %d used %d shipped %d exported %d disposed %d left %d"
                                .formatted(
                                        ledger.registry().facility(s.facility()).id(),
                                        ledger.flows().lotId(s.lot()),
                                        s.madeMg() / 1_000_000,
                                        s.receivedMg() / 1_000_000,
                                        s.taken().usedMg() / 1_000_000,
                                        s.taken().shippedMg() / 1_000_000,
                                        s.taken().exportedMg() / 1_000_000,
                                        s.taken().disposedMg() / 1_000_000,
                                        s.remainingMg() / 1_000_000))
                .toList();
    }

    @Test
    void everyFacilityThatHeldALotHasARow() {
        assertThat(
                        rows(
                                """
                                A extraction 2024-01-01 M1  L conc 100
                                B shipment   2024-01-02 M1  L conc 60 partner=SEP
                                C receipt    2024-01-03 SEP L conc 59 partner=M1
                                D processing 2024-01-04 SEP in  L conc 40
                                D processing 2024-01-04 SEP out O oxide 20
                                E export     2024-01-05 SEP O oxide 5 partner=F
                                F disposal   2024-01-06 SEP O oxide 1
                                """))
                .containsExactlyInAnyOrder(
                        "M1 L: made 100 received 0 used 0 shipped 60 exported 0 disposed 0 left 40",
                        "SEP L: made 0 received 59 used 40 shipped 0 exported 0 disposed 0 left 19",
                        "SEP O: made 20 received 0 used 0 shipped 0 exported 5 disposed 1 left 14");
    }

    @Test
    void massesAreDry() {
        assertThat(rows("A extraction 2024-01-01 M1 L conc 100 moisture=0.1"))
                .containsExactly(
                        "M1 L: made 90 received 0 used 0 shipped 0 exported 0 disposed 0 left 90");
    }

    @Test
    void receiptsFromOutsideAreReceived() {
        assertThat(rows("A receipt 2024-01-01 SEP L conc 100 partner=OUT"))
                .containsExactly(
                        "SEP L: made 0 received 100 used 0 shipped 0 exported 0 disposed 0 left 100");
    }

    @Test
    void anOpeningIsMadeAndALaterCountIsNot() {
        assertThat(
                        rows(
                                """
                                K stocktake 2024-01-01 SEP L conc 100
                                N stocktake 2024-02-01 SEP L conc 70
                                """))
                .containsExactly(
                        "SEP L: made 100 received 0 used 0 shipped 0 exported 0 disposed 0 left 100");
    }

    @Test
    void moreThanWasThereLeavesANegativeRest() {
        assertThat(rows("A shipment 2024-01-01 SEP L conc 100 partner=MET"))
                .containsExactly(
                        "SEP L: made 0 received 0 used 0 shipped 100 exported 0 disposed 0 left -100");
    }
}
