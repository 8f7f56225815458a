package org.ytterby.formats.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes findings as JSON, most serious first; keys without a value are left out.
final class FindingsJson {
    private FindingsJson() {}

    static void write(Reconciliation answer, Path file) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json =
                        JsonMapper.shared().writer().with(printer).createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanProperty("partial", answer.isPartial());
            json.writeArrayPropertyStart("findings");
            for (Finding finding : answer.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Finding f) {
        json.writeStartObject();
        json.writeStringProperty("rule", f.rule().code());
        json.writeStringProperty("severity", f.severity().code());
        text(json, "party", f.subject().party());
        text(json, "facility", f.subject().facility());
        if (!f.span().equals(Finding.NO_SPAN)) {
            json.writeStringProperty("from", LedgerTime.format(f.span().fromMicros()));
            json.writeStringProperty("until", LedgerTime.format(f.span().untilMicros()));
        }
        text(json, "lot", f.subject().lot());
        if (!f.elements().isEmpty()) {
            array(json, "elements", f.elements().stream().map(Element::name).toList());
        }
        text(json, "record", f.subject().record());
        number(json, "mass_kg", f.weight().massKg());
        number(json, "sigma_kg", f.weight().sigmaKg());
        number(json, "p_value", f.weight().pValue());
        number(json, "q_value", f.weight().qValue());
        json.writeStringProperty("message", f.message().en());
        json.writeStringProperty("message_zh", f.message().zh());
        array(json, "benign_causes", f.rule().benignCauses().stream().map(Text::en).toList());
        array(json, "benign_causes_zh", f.rule().benignCauses().stream().map(Text::zh).toList());
        array(json, "evidence", f.evidence().first());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(key, value);
        }
    }

    private static void number(JsonGenerator json, String key, double value) {
        if (!Double.isNaN(value)) {
            json.writeName(key);
            json.writeNumber(Decimal.of(value));
        }
    }

    private static void array(JsonGenerator json, String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
