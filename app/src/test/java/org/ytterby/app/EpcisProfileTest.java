package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Element;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.epcis.profile.EventFlows;
import org.ytterby.epcis.profile.FlowEvents;
import org.ytterby.epcis.schema.Schema;
import org.ytterby.formats.intake.PackageReader;

/// A whole year as events of the profile, and back.
class EpcisProfileTest {
    private static final String CREATED = "2026-01-01T00:00:00Z";
    private static final Declarations YEAR =
            PackageReader.read(
                    Path.of(System.getProperty("ytterby.root", ".."), "examples/national-2019"));

    private static EpcisDocument throughText(Json document) {
        return EpcisDocument.read(JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyRecordOfAYearComesBackEqual() {
        EpcisDocument document = throughText(FlowEvents.document(YEAR, CREATED));
        EventFlows.Result read = EventFlows.read(document, YEAR, new Names());
        assertThat(read.outside()).isEmpty();
        assertThat(read.flows().lineCount()).isGreaterThan(10_000);
        assertThat(records(read.flows())).isEqualTo(records(YEAR.flows()));
    }

    @Test
    void theEventsAreValid() {
        EpcisDocument document = throughText(FlowEvents.document(YEAR, CREATED));
        assertThat(Schema.epcis().verdict(document.tree()).violations()).isEmpty();
        assertThat(Schema.profile().verdict(document.tree()).violations()).isEmpty();
    }

    @Test
    void anEventOutsideTheProfileIsKeptAndTold() {
        Json.Members event =
                new Json.Members(java.util.Map.of("type", new Json.Text("ObjectEvent")));
        EventFlows.Result read = EventFlows.read(EpcisDocument.of(event), YEAR, new Names());
        assertThat(read.flows().lineCount()).isZero();
        assertThat(read.outside())
                .singleElement()
                .satisfies(outside -> {
                    assertThat(outside.event().tree()).isEqualTo(event);
                    assertThat(outside.why().expected().zh()).contains("ytterby:flow");
                });
    }

    /// Each breaks one event of the year in a way that a package would be told of.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "ytterby:direction":"out"          | "ytterby:direction":"count"
                    "quantityList":\\[\\{[^]]*\\]     | "quantityList":["much"]
                    "quantity":[0-9.]+                 | "quantity":1000000001
                    "quantity":[0-9.]+                 | "quantity":-1
                    "ytterby:country":"[A-Z]+"         | "ytterby:country":"UK"
                    "ytterby:from":"20                 | "ytterby:from":"21
                    """)
    void whatAPackageMayNotHoldIsOutsideTheProfile(String right, String wrong) {
        String text = JsonWriter.compact(FlowEvents.document(YEAR, CREATED));
        assertThat(text).containsPattern(right);
        EpcisDocument document =
                EpcisDocument.read(
                        text.replaceFirst(right, wrong).getBytes(StandardCharsets.UTF_8));
        EventFlows.Result read = EventFlows.read(document, YEAR, new Names());
        assertThat(read.outside())
                .singleElement()
                .satisfies(outside -> assertThat(outside.why().expected().zh()).isNotBlank());
    }

    @Test
    void everyAssayOfAYearComesBackEqual() {
        EpcisDocument document = throughText(FlowEvents.document(YEAR, CREATED));
        Names lots = new Names();
        EventFlows.Result read = EventFlows.read(document, YEAR, lots);
        assertThat(read.assays().size()).isGreaterThan(100);
        assertThat(assays(read.assays(), lots))
                .isEqualTo(assays(YEAR.assays(), YEAR.flows().texts().lots()));
    }

    @Test
    void theProfileNamesWhatItWouldExpect() {
        String text =
                JsonWriter.compact(FlowEvents.document(YEAR, CREATED))
                        .replaceFirst("\"bizStep\":\"shipping\"", "\"bizStep\":\"departing\"");
        EpcisDocument document = EpcisDocument.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Schema.epcis().verdict(document.tree()).isValid()).isTrue();
        assertThat(Schema.profile().verdict(document.tree()).violations())
                .singleElement()
                .satisfies(v -> assertThat(v.field()).isEqualTo("bizStep"));
    }

    private static List<String> assays(AssayTable table, Names subjects) {
        List<String> assays = new ArrayList<>();
        for (int a = 0; a < table.size(); a++) {
            if (table.isBad(a)) {
                continue;
            }
            StringBuilder text = new StringBuilder(table.id(a));
            text.append(' ').append(subjects.name(table.subject(a)));
            text.append(' ').append(table.measuredMicros(a)).append(' ').append(table.method(a));
            text.append(' ').append(table.laboratoryName(table.laboratory(a)));
            for (int e = 0; e < Element.COUNT; e++) {
                text.append(' ').append(table.fraction(a, e));
            }
            assays.add(text.toString());
        }
        return assays;
    }

    /// All that a table says, by names instead of numbers, in the order of record ids.
    private static List<String> records(FlowTable flows) {
        List<String> records = new ArrayList<>();
        for (int r = 0; r < flows.recordCount(); r++) {
            if (!flows.isDeclared(r) || flows.isBad(r)) {
                continue;
            }
            StringBuilder text = new StringBuilder(flows.recordId(r));
            text.append(' ').append(flows.type(r)).append(' ').append(flows.timeMicros(r));
            text.append(' ').append(flows.isDateOnly(r)).append(' ').append(flows.fromMicros(r));
            text.append(' ').append(flows.enteredMicros(r)).append(' ').append(flows.facility(r));
            int corrects = flows.corrects(r);
            text.append(' ').append(corrects == Names.NONE ? "" : flows.recordId(corrects));
            for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                text.append('\n').append(line(flows, line, r));
            }
            records.add(text.toString());
        }
        records.sort(null);
        return records;
    }

    private static String line(FlowTable flows, int line, int r) {
        int partner = flows.partner(line);
        return String.join(
                " ",
                flows.direction(line).code(),
                flows.lot(line) == Names.NONE ? "-" : flows.lotId(flows.lot(line)),
                Integer.toString(flows.product(line)),
                Long.toString(flows.massMg(line)),
                Double.toString(flows.moisture(line)),
                Integer.toString(flows.method(line)),
                partner == Names.NONE ? "-" : partner(flows, r, partner),
                name(flows.texts().countries(), flows.destination(line)),
                name(flows.texts().documents(), flows.document(line)));
    }

    private static String partner(FlowTable flows, int r, int partner) {
        return switch (flows.type(r)) {
            case IMPORT -> flows.texts().countries().name(partner);
            case EXTRACTION,
                    PROCESSING,
                    SHIPMENT,
                    RECEIPT,
                    EXPORT,
                    DISPOSAL,
                    STOCKTAKE,
                    CANCELLATION ->
                    Integer.toString(partner);
        };
    }

    private static String name(Names names, int number) {
        return number == Names.NONE ? "-" : names.name(number);
    }
}
