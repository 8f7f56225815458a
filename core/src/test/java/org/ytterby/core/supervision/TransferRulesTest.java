package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.RECEIPT_UNSHIPPED;
import static org.ytterby.core.supervision.Rule.SHIPMENT_UNRECEIVED;
import static org.ytterby.core.supervision.Rule.TRANSFER_DIFFERENCE;
import static org.ytterby.core.supervision.Rule.TRANSFER_IMPOSSIBLE;

import org.junit.jupiter.api.Test;

class TransferRulesTest {
    private static final String MADE = "E extraction 2024-01-02 M1 L conc 1000";
    private static final String SENT =
            "S shipment 2024-01-05T00:00 M1 L conc 100 partner=SEP doc=I";

    private static String last(String time) {
        return "Z extraction " + time + " M2 Z conc 1";
    }

    private static String received(String time) {
        return "R receipt " + time + " SEP L conc 100 partner=M1 doc=I";
    }

    @Test
    void aShipmentWithoutReceiptAfterThirtyDaysIsFound() {
        Finding finding = Raised.one(SHIPMENT_UNRECEIVED, MADE, SENT, last("2024-02-04T00:01"));
        assertThat(Raised.subject(finding)).isEqualTo("M1 L S");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(Raised.kg(finding)).isEqualTo(100);
    }

    @Test
    void aShipmentOfThirtyDaysIsStillUnderWay() {
        Raised.none(SHIPMENT_UNRECEIVED, MADE, SENT, last("2024-02-04T00:00"));
    }

    @Test
    void aLateReceiptTurnsItIntoLow() {
        Finding finding = Raised.one(SHIPMENT_UNRECEIVED, MADE, SENT, received("2024-02-04T00:01"));
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.evidence().first()).containsExactly("S", "R");
    }

    @Test
    void aReceiptWithinThirtyDaysIsInTime() {
        Raised.none(SHIPMENT_UNRECEIVED, MADE, SENT, received("2024-02-04T00:00"));
    }

    @Test
    void aShipmentToOutsideNeedsNoReceipt() {
        Raised.none(
                SHIPMENT_UNRECEIVED,
                MADE,
                "S shipment 2024-01-05 M1 L conc 100 partner=OUT",
                last("2024-06-01"));
    }

    @Test
    void aReceiptWithoutShipmentIsFoundAtTheReceiver() {
        Finding finding = Raised.one(RECEIPT_UNSHIPPED, MADE, received("2024-01-06"));
        assertThat(Raised.subject(finding)).isEqualTo("SEP L R");
        assertThat(Raised.kg(finding)).isEqualTo(100);
    }

    @Test
    void aReceiptUnderAnotherDocumentIsUnshipped() {
        Raised.one(
                RECEIPT_UNSHIPPED,
                MADE,
                SENT,
                "R receipt 2024-01-06 SEP L conc 100 partner=M1 doc=J");
        Raised.none(RECEIPT_UNSHIPPED, MADE, SENT, received("2024-01-06"));
    }

    @Test
    void aReceiptFromOutsideNeedsNoShipment() {
        Raised.none(RECEIPT_UNSHIPPED, "R receipt 2024-01-06 SEP L conc 100 partner=OUT");
    }

    @Test
    void aDifferenceInDryMassIsFoundWithItsSize() {
        Finding finding =
                Raised.one(
                        TRANSFER_DIFFERENCE,
                        MADE,
                        SENT,
                        "R receipt 2024-01-06 SEP L conc 100 partner=M1 doc=I moisture=0.02");
        assertThat(Raised.subject(finding)).isEqualTo("M1 L S");
        assertThat(Raised.kg(finding)).isCloseTo(2, within(1e-9));
        assertThat(finding.message().en()).contains("less");
    }

    @Test
    void aGainOnTheWayIsADifferenceToo() {
        Finding finding =
                Raised.one(
                        TRANSFER_DIFFERENCE,
                        MADE,
                        SENT,
                        "R receipt 2024-01-06 SEP L conc 103 partner=M1 doc=I");
        assertThat(Raised.kg(finding)).isCloseTo(3, within(1e-9));
        assertThat(finding.message().en()).contains("more");
    }

    @Test
    void waterThatEvaporatedIsNoDifference() {
        Raised.none(
                TRANSFER_DIFFERENCE,
                MADE,
                "S shipment 2024-01-05 M1  L conc 100 partner=SEP doc=I moisture=0.1",
                "R receipt  2024-01-06 SEP L conc 90  partner=M1  doc=I");
    }

    @Test
    void deliveriesInPartsAreComparedTogether() {
        Raised.none(
                TRANSFER_DIFFERENCE,
                """
                E extraction 2024-01-02 M1 L conc 1
                S shipment 2024-01-05T00:00 M1  L conc 0.3 partner=SEP doc=I
                T shipment 2024-01-05T01:00 M1  L conc 0.3 partner=SEP doc=I
                R receipt  2024-01-06T00:00 SEP L conc 0.2 partner=M1  doc=I
                U receipt  2024-01-06T01:00 SEP L conc 0.4 partner=M1  doc=I
                """);
    }

    /// The two legs of a journey under one waybill are one subject, whoever carried them.
    @Test
    void whatOneDocumentSaysOfALotIsOneDifference() {
        String made = "E extraction 2024-01-02 M1 L conc 1000";
        String legs =
                """
                S shipment 2024-01-05 M1  L conc 100 partner=SEP doc=I
                R receipt  2024-01-06 SEP L conc 98  partner=M1  doc=I
                T shipment 2024-01-07 SEP L conc 98  partner=M2  doc=I
                U receipt  2024-01-08 M2  L conc 95  partner=SEP doc=I
                """;
        Finding finding = Raised.one(TRANSFER_DIFFERENCE, made, legs);
        assertThat(Raised.kg(finding)).isCloseTo(5, within(1e-9));
        assertThat(finding.evidence().first()).containsExactly("S", "R", "T", "U");
    }

    @Test
    void eachDocumentOfALotIsADifferenceOfItsOwn() {
        assertThat(
                        Raised.by(
                                TRANSFER_DIFFERENCE,
                                MADE,
                                SENT,
                                "R receipt  2024-01-06 SEP L conc 98  partner=M1  doc=I",
                                "T shipment 2024-01-07 SEP L conc 98  partner=M2  doc=J",
                                "U receipt  2024-01-08 M2  L conc 95  partner=SEP doc=J"))
                .hasSize(2);
    }

    @Test
    void aDifferenceWithinTheUncertaintyOfTheScalesIsNotFound() {
        Raised.none(
                TRANSFER_DIFFERENCE,
                "weighing default 0.01 0",
                MADE,
                SENT,
                "R receipt 2024-01-06 SEP L conc 101.5 partner=M1 doc=I");
    }

    /// About 1000.8 km apart: 8 hours 20 minutes at 120 km/h.
    private static final String APART =
            """
            facility M1  E mine       at=0,0
            facility SEP E separation at=0,9
            """;

    @Test
    void fasterThanAnyLorryIsImpossible() {
        Finding finding =
                Raised.one(TRANSFER_IMPOSSIBLE, APART, MADE, SENT, received("2024-01-05T08:15"));
        assertThat(Raised.subject(finding)).isEqualTo("M1 L S");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.message().en()).contains("1001 km");
    }

    @Test
    void atTheSpeedOfALorryIsPossible() {
        Raised.none(TRANSFER_IMPOSSIBLE, APART, MADE, SENT, received("2024-01-05T08:30"));
    }

    @Test
    void receivedBeforeShippedIsImpossible() {
        Finding finding = Raised.one(TRANSFER_IMPOSSIBLE, MADE, SENT, received("2024-01-04T23:59"));
        assertThat(finding.message().en()).contains("before it was shipped");
    }

    @Test
    void aBareDateIsAllowedADay() {
        String sent = "S shipment 2024-01-06 M1 L conc 100 partner=SEP doc=I";
        Raised.none(TRANSFER_IMPOSSIBLE, MADE, sent, received("2024-01-05T12:00"));
        Raised.one(TRANSFER_IMPOSSIBLE, MADE, sent, received("2024-01-05T11:59"));
    }

    @Test
    void withoutCoordinatesOnlyTheOrderIsJudged() {
        Raised.none(TRANSFER_IMPOSSIBLE, MADE, SENT, received("2024-01-05T00:00"));
    }
}
