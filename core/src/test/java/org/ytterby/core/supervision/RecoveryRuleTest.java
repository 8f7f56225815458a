package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.RECOVERY_IMPOSSIBLE;

import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;

class RecoveryRuleTest {
    private static String processed(String kg) {
        return """
        P processing 2024-05-05 SEP in  A conc  100 from=2024-05-01
        P processing 2024-05-05 SEP out O oxide %s from=2024-05-01
        """
                .formatted(kg);
    }

    @Test
    void moreOutThanInIsFoundWithItsExcess() {
        Finding finding = Raised.one(RECOVERY_IMPOSSIBLE, processed("101"));
        assertThat(Raised.subject(finding)).isEqualTo("SEP P");
        assertThat(finding.elements()).containsExactly(Element.Nd);
        assertThat(Raised.kg(finding)).isCloseTo(1, within(1e-9));
        assertThat(finding.evidence().first()).containsExactly("P");
    }

    @Test
    void asMuchOutAsInIsNotFound() {
        Raised.none(RECOVERY_IMPOSSIBLE, processed("100"));
    }

    @Test
    void anExcessWithinItsUncertaintyIsNotFound() {
        Raised.none(RECOVERY_IMPOSSIBLE, "weighing default 0.01 0", processed("102"));
        Raised.one(RECOVERY_IMPOSSIBLE, "weighing default 0.01 0", processed("105"));
    }

    @Test
    void onlyTheElementsInExcessAreNamed() {
        Finding finding =
                Raised.one(
                        RECOVERY_IMPOSSIBLE,
                        """
                        assay a A Nd=0.5 Dy=0.01
                        assay o O Nd=0.5 Dy=0.03
                        """,
                        processed("90"));
        assertThat(finding.elements()).containsExactly(Element.Dy);
        assertThat(Raised.kg(finding)).isCloseTo(1.7, within(1e-9));
    }

    @Test
    void anElementThatNeverWentInIsFound() {
        Finding finding =
                Raised.one(RECOVERY_IMPOSSIBLE, "assay o O Nd=0.5 Tb=0.001", processed("90"));
        assertThat(finding.elements()).containsExactly(Element.Tb);
    }
}
