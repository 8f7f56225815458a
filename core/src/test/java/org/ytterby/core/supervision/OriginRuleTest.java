package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.core.supervision.Rule.ORIGIN_IMPLAUSIBLE;

import org.junit.jupiter.api.Test;

class OriginRuleTest {
    private static final String DEPOSITS =
            """
            deposit  D1 La=0.3 Nd=0.5 Dy=0.2 spread=0.1
            deposit  D2 La=0.1 Nd=0.1 Dy=0.8 spread=0.1
            facility M1 E mine deposit=D1
            facility M2 E mine deposit=D2
            """;

    /// An assay of a concentrate by shares of elements, roughly those of oxides.
    private static String lot(String id, double la, double nd, double dy) {
        return "assay a%s %s La=%s Nd=%s Dy=%s\n"
                .formatted(id, id, la * 0.85, nd * 0.86, dy * 0.87);
    }

    private static final String MINED = "A extraction 2024-05-05 M1 L conc 1000\n";

    @Test
    void anAssayThatCannotComeFromItsDepositIsFound() {
        Finding finding = Raised.one(ORIGIN_IMPLAUSIBLE, DEPOSITS, lot("L", 0.1, 0.1, 0.8), MINED);
        assertThat(Raised.subject(finding)).isEqualTo("M1 L");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(Raised.kg(finding)).isEqualTo(1000);
        assertThat(finding.message().en()).contains("aL", "D1");
    }

    @Test
    void anAssayNearItsDepositIsNotFound() {
        Raised.none(ORIGIN_IMPLAUSIBLE, DEPOSITS, lot("L", 0.28, 0.53, 0.19), MINED);
    }

    @Test
    void aBlendIsComparedWithTheMixtureOfItsDeposits() {
        String blended =
                DEPOSITS
                        + lot("L", 0.3, 0.5, 0.2)
                        + lot("N", 0.1, 0.1, 0.8)
                        + MINED
                        + """
                        B extraction 2024-05-05 M2 N conc 1000
                        P processing 2024-05-09 SEP in  L conc 1000
                        P processing 2024-05-09 SEP in  N conc 1000
                        P processing 2024-05-09 SEP out X mixed 1900
                        """;
        Raised.none(ORIGIN_IMPLAUSIBLE, blended, lot("X", 0.2, 0.3, 0.5));
        Finding finding = Raised.one(ORIGIN_IMPLAUSIBLE, blended, lot("X", 0.3, 0.5, 0.2));
        assertThat(finding.subject().lot()).isEqualTo("X");
    }

    @Test
    void separatedMaterialIsNotJudged() {
        Raised.none(
                ORIGIN_IMPLAUSIBLE,
                DEPOSITS,
                lot("L", 0.3, 0.5, 0.2),
                MINED,
                """
                assay o O Dy=0.8
                P processing 2024-05-09 SEP in  L conc  1000
                P processing 2024-05-09 SEP out O oxide 200
                """);
    }

    @Test
    void aLotPartlyOfUnknownMakeUpIsNotJudged() {
        Raised.none(
                ORIGIN_IMPLAUSIBLE,
                DEPOSITS,
                lot("L", 0.1, 0.1, 0.8),
                MINED,
                "I import 2024-05-05 SEP L conc 10 partner=MM");
    }

    @Test
    void aMineWithoutDepositIsNotJudged() {
        Raised.none(ORIGIN_IMPLAUSIBLE, lot("L", 0.1, 0.1, 0.8), MINED);
    }

    @Test
    void anUncertainAssayExcusesMore() {
        String off = lot("L", 0.2, 0.5, 0.3);
        Raised.one(ORIGIN_IMPLAUSIBLE, DEPOSITS, off, MINED);
        Raised.none(ORIGIN_IMPLAUSIBLE, "assaying default 0.3 0.3", DEPOSITS, off, MINED);
    }
}
