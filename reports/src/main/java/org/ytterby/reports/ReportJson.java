package org.ytterby.reports;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.supervision.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON that can stand inside a script element, whatever the names in it say.
final class ReportJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new MarkupEscapes()).build();

    private ReportJson() {}

    /// What a writer writes, as text.
    static String of(Consumer<JsonGenerator> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(out);
        }
        return text.toString();
    }

    /// A number, or null where there is none.
    static void number(JsonGenerator out, double value) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    static void number(JsonGenerator out, String name, double value) {
        out.writeName(name);
        number(out, value);
    }

    /// An instant in UTC+8, or null for an open end.
    static void time(JsonGenerator out, long micros) {
        out.writeString(
                micros == LedgerTime.BEGINNING || micros == LedgerTime.END
                        ? null
                        : LedgerTime.format(micros));
    }

    static void time(JsonGenerator out, String name, long micros) {
        out.writeName(name);
        time(out, micros);
    }

    /// A text in both languages: English, then Chinese.
    static void text(JsonGenerator out, String name, Text text) {
        out.writeName(name);
        pair(out, text.en(), text.zh());
    }

    static void pair(JsonGenerator out, String en, String zh) {
        out.writeStartArray();
        out.writeString(en);
        out.writeString(zh);
        out.writeEndArray();
    }

    /// Escapes what HTML or an old JavaScript would take for its own.
    private static final class MarkupEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                escapes[c] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
