package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.EXPORT_EXPIRED;
import static org.ytterby.core.supervision.Rule.EXPORT_MISMATCH;
import static org.ytterby.core.supervision.Rule.EXPORT_OVER_LICENCE;
import static org.ytterby.core.supervision.Rule.EXPORT_UNLICENSED;
import static org.ytterby.core.supervision.Rule.EXPORT_UNTRACEABLE;

import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;

class ExportRulesTest {
    private static final String MADE = "I import 2024-01-05 MET L oxide 1000 partner=MM";

    private static String export(String rest) {
        return "X export " + rest;
    }

    @Test
    void anExportUnderItsLicenceIsNotFound() {
        String text = export("2024-05-05 MET L oxide 100 partner=F dest=JP doc=LIC");
        assertThat(Raised.reconciled(MADE, text).findings())
                .noneMatch(f -> f.rule().code().startsWith("export-"));
    }

    @Test
    void anExportWithoutLicenceIsFoundWithItsMassAsWeighed() {
        Finding finding =
                Raised.one(
                        EXPORT_UNLICENSED,
                        MADE,
                        export("2024-05-05 MET L oxide 100 partner=F dest=JP moisture=0.1"));
        assertThat(Raised.subject(finding)).isEqualTo("MET L X");
        assertThat(Raised.kg(finding)).isEqualTo(100);
    }

    @Test
    void anExportUnderAnUnknownLicenceIsUnlicensed() {
        Finding finding =
                Raised.one(
                        EXPORT_UNLICENSED,
                        MADE,
                        export("2024-05-05 MET L oxide 100 partner=F doc=NOPE"));
        assertThat(finding.message().en()).contains("NOPE");
    }

    @Test
    void theDayAfterItsEndALicenceIsExpired() {
        String after = export("2025-01-01T00:00 MET L oxide 100 partner=F dest=JP doc=LIC");
        assertThat(Raised.kg(Raised.one(EXPORT_EXPIRED, MADE, after))).isEqualTo(100);
    }

    @Test
    void onItsLastDayALicenceHolds() {
        Raised.none(
                EXPORT_EXPIRED,
                MADE,
                export("2024-12-31T23:59 MET L oxide 100 partner=F dest=JP doc=LIC"));
    }

    @Test
    void beforeItsFirstDayALicenceDoesNotHold() {
        Raised.one(
                EXPORT_EXPIRED,
                MADE,
                export("2023-12-31T23:59 MET L oxide 100 partner=F dest=JP doc=LIC"));
    }

    private static void assertMismatch(String text, String named) {
        Finding finding =
                Raised.one(
                        EXPORT_MISMATCH,
                        MADE,
                        """
                        party    F2 foreign country=US
                        party    B  enterprise
                        facility MB B metal
                        """,
                        text);
        assertThat(finding.message().en()).endsWith("in " + named);
        assertThat(Raised.kg(finding)).isEqualTo(100);
    }

    @Test
    void anotherDestinationIsAMismatch() {
        assertMismatch(
                export("2024-05-05 MET L oxide 100 partner=F dest=US doc=LIC"), "destination");
    }

    @Test
    void anotherProductIsAMismatch() {
        assertMismatch(export("2024-05-05 MET L metal 100 partner=F dest=JP doc=LIC"), "product");
    }

    @Test
    void anotherExporterIsAMismatch() {
        assertMismatch(export("2024-05-05 MB L oxide 100 partner=F dest=JP doc=LIC"), "exporter");
    }

    @Test
    void everyDifferenceIsNamedInOneFinding() {
        assertMismatch(
                export("2024-05-05 MET L oxide 100 partner=F2 doc=LIC"), "consignee, destination");
    }

    @Test
    void aDestinationThatIsNotGivenIsTheConsignees() {
        Raised.none(EXPORT_MISMATCH, MADE, export("2024-05-05 MET L oxide 1 partner=F doc=LIC"));
    }

    private static final String LICENCE =
            "licence LIC E F JP oxide 0.3 from=2024-01-01 until=2024-12-31";

    @Test
    void moreThanTheLicenceGrantsIsFound() {
        Finding finding =
                Raised.one(
                        EXPORT_OVER_LICENCE,
                        LICENCE,
                        MADE,
                        """
                        X export 2024-05-05 MET L oxide 0.2 partner=F dest=JP doc=LIC
                        Y export 2024-05-06 MET L oxide 0.4 partner=F dest=JP doc=LIC
                        """);
        assertThat(finding.subject().party()).isEqualTo("E");
        assertThat(Raised.kg(finding)).isCloseTo(0.3, within(1e-12));
        assertThat(finding.evidence().first()).containsExactly("X", "Y");
    }

    @Test
    void aLicenceDrawnInPartsToTheLastGramIsNotExceeded() {
        Raised.none(
                EXPORT_OVER_LICENCE,
                LICENCE,
                MADE,
                """
                X export 2024-05-05 MET L oxide 0.1 partner=F dest=JP doc=LIC
                Y export 2024-05-06 MET L oxide 0.2 partner=F dest=JP doc=LIC
                """);
    }

    @Test
    void exportsThatDoNotFitTheLicenceStillDrawIt() {
        Raised.one(
                EXPORT_OVER_LICENCE,
                LICENCE,
                MADE,
                """
                X export 2025-05-05 MET L oxide 0.2 partner=F dest=US doc=LIC
                Y export 2024-05-06 MET L oxide 0.2 partner=F dest=JP doc=LIC
                """);
    }

    @Test
    void anUndeclaredLotIsUntraceable() {
        Finding finding =
                Raised.one(
                        EXPORT_UNTRACEABLE,
                        export("2024-05-05 MET L oxide 100 partner=F dest=JP doc=LIC"));
        assertThat(Raised.subject(finding)).isEqualTo("MET L X");
        assertThat(finding.elements()).containsExactly(Element.Nd);
        assertThat(Raised.kg(finding)).isEqualTo(100);
        assertThat(finding.message().en()).contains("100 %");
    }

    private static String blended(int undeclaredKg) {
        return """
        I import     2024-01-05 MET A oxide 10000 partner=MM
        P processing 2024-01-06 MET in  A oxide 10000
        P processing 2024-01-06 MET in  U oxide %d
        P processing 2024-01-06 MET out O oxide 10000
        X export     2024-05-05 MET O oxide 100 partner=F dest=JP doc=LIC
        """
                .formatted(undeclaredKg);
    }

    @Test
    void aTraceOfUndeclaredReoIsAllowed() {
        Raised.none(EXPORT_UNTRACEABLE, blended(9));
        Raised.one(EXPORT_UNTRACEABLE, blended(11));
    }

    private static String dysprosium(String undeclaredKg) {
        return """
        assay a A Nd=0.98 Dy=0.019
        assay u U Dy=1
        assay o O Nd=0.97 Dy=0.019
        I import     2024-01-05 MET A oxide 10000 partner=MM
        P processing 2024-01-06 MET in  A oxide 10000
        P processing 2024-01-06 MET in  U oxide %s
        P processing 2024-01-06 MET out O oxide 10000
        X export     2024-05-05 MET O oxide 100 partner=F dest=JP doc=LIC
        """
                .formatted(undeclaredKg);
    }

    @Test
    void aMainElementMayNotHideBehindTheTotal() {
        Finding finding = Raised.one(EXPORT_UNTRACEABLE, dysprosium("4")); // 0.04 % of REO
        assertThat(finding.elements()).containsExactly(Element.Dy);
        Raised.none(EXPORT_UNTRACEABLE, dysprosium("1.5")); // 0.8 % of the element
    }

    @Test
    void anImpossibleRecoveryMakesItsExportUntraceable() {
        Raised.one(
                EXPORT_UNTRACEABLE,
                """
                I import     2024-01-05 MET A oxide 100 partner=MM
                P processing 2024-01-06 MET in  A oxide 100
                P processing 2024-01-06 MET out O oxide 110
                X export     2024-05-05 MET O oxide 100 partner=F dest=JP doc=LIC
                """);
    }
}
