package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.UNLICENSED_EXTRACTION;
import static org.ytterby.core.supervision.Rule.UNLICENSED_SEPARATION;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;

class PermitRulesTest {
    private static final double ND = 1.166377;
    private static final String MINING = "permit M1 mining until=2024-01-31";
    private static final String NO_SEPARATION = "permit SEP smelting_separation until=2023-12-31";

    @Test
    void extractionAfterThePermitIsFoundByMonthWithItsReo() {
        Finding finding =
                Raised.one(
                        UNLICENSED_EXTRACTION,
                        MINING,
                        """
                        A extraction 2024-01-31T23:59 M1 L conc 1000
                        B extraction 2024-02-01T00:00 M1 L conc 100
                        C extraction 2024-02-20       M1 L conc 20
                        """);
        assertThat(Raised.subject(finding)).isEqualTo("M1");
        assertThat(finding.subject().party()).isEqualTo("E");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(Raised.kg(finding)).isCloseTo(120 * ND, within(1e-9));
        assertThat(finding.evidence().first()).containsExactly("B", "C");
        assertThat(LedgerTime.format(finding.span().fromMicros()))
                .isEqualTo("2024-02-01T00:00:00+08:00");
        assertThat(LedgerTime.format(finding.span().untilMicros()))
                .isEqualTo("2024-03-01T00:00:00+08:00");
    }

    @Test
    void eachMonthHasItsOwnFinding() {
        assertThat(
                        Raised.by(
                                UNLICENSED_EXTRACTION,
                                MINING,
                                """
                                A extraction 2024-02-05 M1 L conc 1
                                B extraction 2024-03-05 M1 L conc 1
                                """))
                .hasSize(2);
    }

    @Test
    void extractionOnTheLastDayOfThePermitIsNotFound() {
        Raised.none(UNLICENSED_EXTRACTION, MINING, "A extraction 2024-01-31 M1 L conc 1");
    }

    @Test
    void aSeparationPermitDoesNotAllowMining() {
        assertThat(Raised.by(UNLICENSED_EXTRACTION, "A extraction 2024-01-31 SEP L conc 1"))
                .hasSize(1);
    }

    @Test
    void separationWithoutPermitIsFoundWithTheReoOfSeparatedOutputs() {
        Finding finding =
                Raised.one(
                        UNLICENSED_SEPARATION,
                        NO_SEPARATION,
                        """
                        P processing 2024-02-05 SEP in  A conc  100
                        P processing 2024-02-05 SEP out O oxide 70
                        P processing 2024-02-05 SEP out W waste 20
                        """);
        assertThat(Raised.subject(finding)).isEqualTo("SEP");
        assertThat(Raised.kg(finding)).isCloseTo(70 * ND, within(1e-9));
    }

    @Test
    void processingThatSeparatesNothingNeedsNoPermit() {
        Raised.none(
                UNLICENSED_SEPARATION,
                NO_SEPARATION,
                """
                P processing 2024-02-05 MET in  O oxide 100
                P processing 2024-02-05 MET out M metal 70
                """);
    }

    @Test
    void aRecyclingPermitSufficesWithoutPrimaryMaterial() {
        Raised.none(
                UNLICENSED_SEPARATION,
                NO_SEPARATION,
                """
                permit SEP recycling
                P processing 2024-02-05 SEP in  A scrap 100
                P processing 2024-02-05 SEP in  B oxide 100
                P processing 2024-02-05 SEP out O oxide 70
                """);
    }

    @Test
    void aRecyclingPermitDoesNotSufficeForOre() {
        Raised.one(
                UNLICENSED_SEPARATION,
                NO_SEPARATION,
                """
                permit SEP recycling
                P processing 2024-02-05 SEP in  A scrap 100
                P processing 2024-02-05 SEP in  B ore   1
                P processing 2024-02-05 SEP out O oxide 70
                """);
    }
}
