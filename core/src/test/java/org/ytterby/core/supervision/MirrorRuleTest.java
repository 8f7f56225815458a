package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.MIRROR_GAP;

import org.junit.jupiter.api.Test;

/// Oxide of the cast has the customs code 28469019.
class MirrorRuleTest {
    private static final String EXPORTED =
            """
            I import 2024-01-05 MET L oxide 50000 partner=MM
            X export 2024-05-05 MET L oxide 15000 partner=F dest=JP doc=LIC
            Y export 2024-12-31T23:59 MET L oxide 5000 partner=F doc=LIC
            Z export 2025-01-01T00:00 MET L oxide 9000 partner=F dest=JP doc=LIC
            """;

    @Test
    void aPartnerThatImportsMoreThanATenthAboveIsFound() {
        Finding finding = Raised.one(MIRROR_GAP, EXPORTED, "imports JP 2024 0 284690 22000.1");
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(Raised.kg(finding)).isCloseTo(2000.1, within(1e-6));
        assertThat(finding.evidence().first()).containsExactly("X", "Y");
        assertThat(finding.message().en()).contains("JP", "284690", "2024");
    }

    @Test
    void aTenthAboveIsAllowed() {
        Raised.none(MIRROR_GAP, EXPORTED, "imports JP 2024 0 284690 22000");
    }

    @Test
    void aTonneIsAllowedWhereNothingWasExported() {
        Raised.none(MIRROR_GAP, "imports US 2024 0 284690 1000");
        assertThat(Raised.kg(Raised.one(MIRROR_GAP, "imports US 2024 0 284690 1000.5")))
                .isEqualTo(1000.5);
    }

    @Test
    void onlySixDigitsOfTheHeadingCount() {
        Raised.none(MIRROR_GAP, EXPORTED, "imports JP 2024 0 2846909990 21000");
        Raised.one(MIRROR_GAP, EXPORTED, "imports JP 2024 0 284610 21000");
    }

    @Test
    void monthsAddUpUnlessTheYearIsGiven() {
        String months =
                """
                imports JP 2024 1 284690 20000
                imports JP 2024 2 284690 20000
                """;
        assertThat(Raised.kg(Raised.one(MIRROR_GAP, EXPORTED, months))).isEqualTo(20_000);
        Raised.none(MIRROR_GAP, EXPORTED, months, "imports JP 2024 0 284690 20000");
    }
}
