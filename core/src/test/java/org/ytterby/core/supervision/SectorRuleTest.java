package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.SECTOR_GAP;

import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;

/// The nation here is a mine and a plant that count their stock in January and in February.
class SectorRuleTest {
    private static final double ND = 1.166377;

    private static final String OPENING =
            """
            K1 stocktake  2024-01-31 M1
            K2 stocktake  2024-01-31 SEP
            A  extraction 2024-02-02 M1  L conc 1000
            """;

    private static String nation(String flows, String mineKg, String plantKg) {
        return OPENING
                + flows
                + "L1 stocktake 2024-02-29 M1  L conc "
                + mineKg
                + "\nL2 stocktake 2024-02-29 SEP L conc "
                + plantKg;
    }

    private static final String SENT = "S shipment 2024-02-05 M1  L conc 600 partner=SEP\n";
    private static final String RECEIVED = "R receipt  2024-02-06 SEP L conc 600 partner=M1\n";

    @Test
    void aNationThatBalancesHasNoGap() {
        Raised.none(SECTOR_GAP, nation(SENT + RECEIVED, "400", "600"));
    }

    @Test
    void whatIsMissingIsFoundWithItsReoAndItsKnownCause() {
        Finding finding = Raised.one(SECTOR_GAP, nation(SENT + RECEIVED, "400", "590"));
        assertThat(finding.elements()).containsExactly(Element.Nd);
        assertThat(Raised.kg(finding)).isCloseTo(10 * ND, within(1e-6));
        assertThat(finding.message().en())
                .contains("went missing", "the same cause is found at SEP");
    }

    @Test
    void whatCameFromNowhereIsFoundToo() {
        Finding finding = Raised.one(SECTOR_GAP, nation(SENT + RECEIVED, "400", "610"));
        assertThat(Raised.kg(finding)).isCloseTo(10 * ND, within(1e-6));
        assertThat(finding.message().en()).contains("from nowhere");
    }

    @Test
    void whatIsLostOnTheWayBetweenThemIsAGapOfTheNationOnly() {
        Finding finding =
                Raised.one(
                        SECTOR_GAP,
                        nation(
                                SENT + "R receipt 2024-02-06 SEP L conc 500 partner=M1\n",
                                "400",
                                "500"));
        assertThat(Raised.kg(finding)).isCloseTo(100 * ND, within(1e-6));
        assertThat(finding.message().en()).doesNotContain("same cause");
    }

    @Test
    void whatIsInTransitIsNoGap() {
        Raised.none(SECTOR_GAP, nation(SENT, "400", "0"));
        Raised.none(
                SECTOR_GAP,
                nation(SENT + "R receipt 2024-03-06 SEP L conc 600 partner=M1\n", "400", "0"));
    }

    @Test
    void whatGoesToAFacilityWithoutStocktakesHasLeft() {
        Raised.none(
                SECTOR_GAP,
                nation("S shipment 2024-02-05 M1 L conc 600 partner=MET\n", "400", "0"));
    }

    @Test
    void whatComesFromAFacilityWithoutStocktakesHasCome() {
        Raised.none(
                SECTOR_GAP,
                nation("R receipt 2024-02-05 SEP L conc 50 partner=MET\n", "1000", "50"));
    }

    @Test
    void aGapWithinTheUncertaintyIsNotFound() {
        Raised.none(
                SECTOR_GAP, "weighing default 0.01 0.01\n" + nation(SENT + RECEIVED, "400", "590"));
    }

    @Test
    void aNationWithoutStocktakesIsNotJudged() {
        Raised.none(SECTOR_GAP, "A extraction 2024-02-02 M1 L conc 1000");
    }
}
