package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class BirthsTest {
    private static final int ND = Element.Nd.ordinal();

    private static int lot(Births births, String id) {
        return births.ledger().flows().texts().lots().find(id);
    }

    private static Births births(String text) {
        return Births.of(LedgerText.ledger(text));
    }

    /// Kinds of the lines in force, by time.
    private static String kinds(String text) {
        Births births = births(text);
        return Arrays.stream(births.ledger().lines())
                .mapToObj(line -> births.kind(line).name())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyTypeMakesOrDoesNot() {
        assertThat(
                        kinds(
                                """
                                A extraction 2024-01-01 M1  A conc 1
                                B import     2024-01-02 M1  B conc 1 partner=MM
                                C processing 2024-01-03 M1 in  A conc 1
                                C processing 2024-01-03 M1 out C conc 1
                                D shipment   2024-01-04 M1  C conc 1 partner=SEP
                                E receipt    2024-01-05 SEP C conc 1 partner=M1
                                F receipt    2024-01-06 SEP F conc 1 partner=OUT
                                G stocktake  2024-01-07 SEP F conc 1
                                H export     2024-01-09 SEP F conc 1 partner=F
                                I disposal   2024-01-10 SEP C conc 1
                                """))
                .isEqualTo("EXTRACTION IMPORT NONE PROCESSING NONE NONE OUTSIDE NONE NONE NONE");
    }

    @Test
    void aCountInTheFirstRecordOfAFacilityIsAnOpening() {
        assertThat(
                        kinds(
                                """
                                K1 stocktake 2024-01-01 SEP A oxide 1
                                K2 stocktake 2024-01-01 SEP B oxide 1
                                K3 stocktake 2024-02-01 SEP A oxide 1
                                """))
                .isEqualTo("OPENING OPENING NONE");
    }

    @Test
    void aCountAfterAFlowIsNone() {
        assertThat(
                        kinds(
                                """
                                S  shipment  2024-01-01 SEP A oxide 1 partner=MET
                                K1 stocktake 2024-01-02 SEP A oxide 1
                                """))
                .isEqualTo("NONE NONE");
    }

    @Test
    void anOpeningDoesNotMakeALotASecondTimeWhenItWasMadeElsewhere() {
        Births births =
                births(
                        """
                        K stocktake  2024-01-01 SEP A oxide 5
                        E extraction 2024-02-01 M1  A oxide 3
                        """);
        int line = births.ledger().lines()[0];
        assertThat(births.kind(line)).isEqualTo(Births.Kind.NONE);
        assertThat(births.isOpening(line)).isTrue();
        assertThat(births.madeMg(lot(births, "A"), ND)).isEqualTo(3_000_000);
    }

    @Test
    void anOpeningStaysWhereTheLotIsMadeAgainInTheSamePlace() {
        Births births =
                births(
                        """
                        K stocktake  2024-01-01 SEP A hold 5
                        E processing 2024-02-01 SEP out A hold 3
                        """);
        assertThat(births.madeMg(lot(births, "A"), ND)).isEqualTo(8_000_000);
    }

    @Test
    void openingsOfOneLotInTwoFacilitiesBothCount() {
        Births births =
                births(
                        """
                        K stocktake 2024-01-01 SEP A oxide 5
                        M stocktake 2024-01-01 MET A oxide 3
                        """);
        assertThat(births.madeMg(lot(births, "A"), ND)).isEqualTo(8_000_000);
    }

    @Test
    void anEmptyStoreOpensNothing() {
        Births births = births("K stocktake 2024-01-01 SEP");
        assertThat(births.isOpening(births.ledger().lines()[0])).isFalse();
    }

    @Test
    void aLotThatOnlyLeavesIsUndeclared() {
        Births births =
                births(
                        """
                        A shipment   2024-01-01 SEP A oxide 2 partner=MET
                        B receipt    2024-01-02 MET A oxide 3 partner=SEP
                        C processing 2024-01-03 MET in A oxide 3
                        D receipt    2024-01-02 MET D oxide 3 partner=SEP
                        """);
        assertThat(births.isUndeclared(lot(births, "A"))).isTrue();
        assertThat(births.isMade(lot(births, "A"))).isFalse();
        assertThat(births.isUndeclared(lot(births, "D"))).isFalse();
    }

    @Test
    void theMassOfAnUndeclaredLotIsWhatLeftTheFacilityOfItsFirstLine() {
        Births births =
                births(
                        """
                        A shipment 2024-01-01 SEP A oxide 2 partner=MET
                        B receipt  2024-01-02 MET A oxide 7 partner=SEP
                        C shipment 2024-01-03 SEP A oxide 4 partner=MET
                        D disposal 2024-01-04 MET A oxide 7
                        """);
        assertThat(births.madeMg(lot(births, "A"), ND)).isEqualTo(6_000_000);
    }

    @Test
    void whereNothingLeftThatFacilityTheMassIsWhatArrivedThere() {
        Births births =
                births(
                        """
                        B receipt  2024-01-02 MET A oxide 7 partner=SEP
                        D disposal 2024-01-04 SEP A oxide 9
                        """);
        assertThat(births.madeMg(lot(births, "A"), ND)).isEqualTo(7_000_000);
    }

    @Test
    void aLotThatIsNeverMentionedHasNoMass() {
        Ledger ledger = LedgerText.ledger("");
        Births births = Births.of(ledger);
        assertThat(births.madeMg(lot(births, "oxide"), ND)).isZero();
    }
}
