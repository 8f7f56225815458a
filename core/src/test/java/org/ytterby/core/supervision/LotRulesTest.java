package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.LOT_CREATED_TWICE;
import static org.ytterby.core.supervision.Rule.LOT_OVERDRAWN;
import static org.ytterby.core.supervision.Rule.LOT_UNDECLARED;
import static org.ytterby.core.supervision.Rule.ROUND_TRIP;

import org.junit.jupiter.api.Test;

class LotRulesTest {
    @Test
    void aLotThatWasShippedButNeverMadeIsUndeclared() {
        String text =
                """
                S shipment   2024-01-05 SEP L oxide 30 partner=MET moisture=0.1
                R receipt    2024-01-06 MET L oxide 30 partner=SEP
                T shipment   2024-01-07 SEP L oxide 20 partner=MET
                U processing 2024-01-08 MET in L oxide 29
                """;
        Finding finding = Raised.one(LOT_UNDECLARED, text);
        assertThat(Raised.subject(finding)).isEqualTo("SEP L");
        assertThat(Raised.kg(finding)).isEqualTo(50);
        assertThat(finding.evidence().first()).containsExactly("S", "R", "T", "U");
        Raised.none(LOT_OVERDRAWN, text);
    }

    @Test
    void aLotCountedInTheFirstStocktakeIsDeclared() {
        Raised.none(
                LOT_UNDECLARED,
                """
                K stocktake 2024-01-05 SEP L oxide 50
                S shipment  2024-01-06 SEP L oxide 50 partner=MET
                """);
    }

    @Test
    void aLotThatIsOnlyReceivedIsNotUndeclared() {
        Raised.none(LOT_UNDECLARED, "R receipt 2024-01-06 MET L oxide 30 partner=SEP");
    }

    @Test
    void aLotFromAnOutsideSupplierIsDeclared() {
        Raised.none(
                LOT_UNDECLARED,
                """
                R receipt  2024-01-06 MET L oxide 30 partner=OUT
                D disposal 2024-01-07 MET L oxide 30
                """);
    }

    @Test
    void moreOutThanInIsOverdrawnInDryMass() {
        Finding finding =
                Raised.one(
                        LOT_OVERDRAWN,
                        """
                        E extraction 2024-01-05 M1 L conc 1000 moisture=0.1
                        S shipment   2024-01-06 M1 L conc 950  partner=SEP
                        """);
        assertThat(Raised.subject(finding)).isEqualTo("M1 L");
        assertThat(Raised.kg(finding)).isCloseTo(50, within(1e-9));
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aLotDrawnInPartsToTheLastGramIsNotOverdrawn() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                E extraction 2024-01-05 M1 L conc 0.3
                S shipment   2024-01-06 M1 L conc 0.1 partner=SEP
                T shipment   2024-01-07 M1 L conc 0.2 partner=SEP
                """);
        Raised.one(
                LOT_OVERDRAWN,
                """
                E extraction 2024-01-05 M1 L conc 0.3
                S shipment   2024-01-06 M1 L conc 0.1      partner=SEP
                T shipment   2024-01-07 M1 L conc 0.200001 partner=SEP
                """);
    }

    @Test
    void aScaleWithOnlyASystematicErrorMakesNoOverdraftOfRounding() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                weighing default 0 0.001
                E extraction 2024-01-05 M1 L conc 0.3
                S shipment   2024-01-06 M1 L conc 0.1 partner=SEP
                T shipment   2024-01-07 M1 L conc 0.2 partner=SEP
                """);
    }

    @Test
    void anOverdraftWithinItsUncertaintyIsNotFound() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                weighing default 0.01 0
                E extraction 2024-01-05 M1 L conc 1000
                S shipment   2024-01-06 M1 L conc 1010 partner=SEP
                """);
    }

    @Test
    void outBeforeInWithinAMonthIsAllowed() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                S shipment   2024-01-06 M1 L conc 1000 partner=SEP
                E extraction 2024-01-30 M1 L conc 1000
                """);
    }

    @Test
    void outAMonthBeforeInIsOverdrawn() {
        Finding finding =
                Raised.one(
                        LOT_OVERDRAWN,
                        """
                        S shipment   2024-01-06 M1 L conc 1000 partner=SEP
                        E extraction 2024-02-02 M1 L conc 1000
                        """);
        assertThat(Raised.kg(finding)).isEqualTo(1000);
    }

    @Test
    void whatARecordMakesCountsWhereItsSpanBegins() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                A extraction 2024-01-01 SEP A conc 900
                S shipment   2024-01-20 SEP L oxide 500 partner=MET
                P processing 2024-03-01 SEP in  A conc  900 from=2024-01-02
                P processing 2024-03-01 SEP out L oxide 500 from=2024-01-02
                """);
    }

    @Test
    void anOpeningCountsAsIn() {
        Raised.none(
                LOT_OVERDRAWN,
                """
                K stocktake  2024-01-01 SEP L oxide 500
                E extraction 2024-01-01 M1  L oxide 1
                S shipment   2024-01-20 SEP L oxide 500 partner=MET
                """);
    }

    @Test
    void aLotMadeByTwoFacilitiesIsCreatedTwice() {
        Finding finding =
                Raised.one(
                        LOT_CREATED_TWICE,
                        """
                        A extraction 2024-01-05 M1 L conc 100
                        B extraction 2024-01-06 M2 L conc 50
                        """);
        assertThat(Raised.kg(finding)).isEqualTo(150);
        assertThat(finding.subject().lot()).isEqualTo("L");
    }

    @Test
    void aLotMadeByExtractionAndProcessingIsCreatedTwice() {
        Raised.one(
                LOT_CREATED_TWICE,
                """
                A extraction 2024-01-05 M1 L conc 100
                B processing 2024-01-06 M1 out L conc 50
                """);
    }

    @Test
    void aLotMinedTwiceInOnePlaceIsNotCreatedTwice() {
        Raised.none(
                LOT_CREATED_TWICE,
                """
                A extraction 2024-01-05 M1 L conc 100
                B extraction 2024-01-06 M1 L conc 50
                K stocktake  2024-01-01 SEP L conc 5
                """);
    }

    private static final String THERE =
            """
            A extraction 2024-01-05 M1  L conc 500
            S shipment   2024-01-06 M1  L conc 400 partner=SEP
            R receipt    2024-01-07 SEP L conc 400 partner=M1
            """;

    @Test
    void aLotThatComesBackIsARoundTrip() {
        Finding finding =
                Raised.one(
                        ROUND_TRIP,
                        THERE
                                + """
                                T shipment 2024-01-10 SEP L conc 300 partner=MET
                                U receipt  2024-01-11 MET L conc 300 partner=SEP
                                V shipment 2024-01-12 MET L conc 200 partner=M1
                                W receipt  2024-01-13 M1  L conc 200 partner=MET
                                """);
        assertThat(Raised.subject(finding)).isEqualTo("M1 L");
        assertThat(Raised.kg(finding)).isEqualTo(200);
    }

    @Test
    void processingBetweenMakesItNone() {
        Raised.none(
                ROUND_TRIP,
                THERE
                        + """
                        P processing 2024-01-09 SEP in  L conc 100
                        P processing 2024-01-09 SEP out O conc 100
                        T shipment   2024-01-10 SEP L conc 300 partner=M1
                        U receipt    2024-01-11 M1  L conc 300 partner=SEP
                        """);
    }

    @Test
    void aSecondDeliveryIsNoReturn() {
        Raised.none(
                ROUND_TRIP,
                THERE
                        + """
                        T shipment 2024-01-10 M1  L conc 100 partner=SEP
                        U receipt  2024-01-11 SEP L conc 100 partner=M1
                        """);
    }
}
