package org.ytterby.epcis.hash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// The text of an event that is hashed: the same for all ways to write the event.
///
/// Fields of the standard come in canonical order, children of a list in the order of their bytes,
/// fields of extensions behind them, each list label once (CBV 2.0, 8.9.2).
final class PreHash {
    /// Longest number that is written without exponent.
    private static final int PLAIN_MAX = 64;

    private static final Set<String> COMMENTS =
            Set.of("{http://www.w3.org/2000/01/rdf-schema#}comment", "rdfs:comment");

    /// Fields of an event that are no part of what happened, or said before.
    private static final Set<String> NOT_HASHED =
            Set.of("type", "eventID", "recordTime", "errorDeclaration");

    /// The order of UTF-8 bytes, which is that of code points.
    private static final Comparator<String> BYTES = PreHash::compareBytes;

    private final Names names;
    private final Set<String> ignored;

    private PreHash(Names names, Set<String> ignored) {
        this.names = names;
        this.ignored = ignored;
    }

    /// @param names what prefixes mean in the document
    /// @param ignored names of extension fields, namespace in braces, that are passed over
    static String of(Json.Members event, Names names, Set<String> ignored) {
        String type = event.text("type");
        StringBuilder out = new StringBuilder("eventType=");
        out.append(type == null ? "" : names.expanded(type));
        new PreHash(names, ignored).fields(event, Field.EVENT, NOT_HASHED, out);
        return out.toString();
    }

    private void fields(
            Json.Members of, List<Field> order, Set<String> without, StringBuilder out) {
        int known = 0;
        for (Field field : order) {
            Json value = of.get(field.name());
            if (value != null) {
                known++;
                write(field, value, out);
            }
        }
        if (known < of.members().size()) {
            List<String> extensions = new ArrayList<>();
            for (Map.Entry<String, Json> member : of.members().entrySet()) {
                String name = member.getKey();
                if (!without.contains(name) && !isKnown(name, order)) {
                    extension(name, member.getValue(), extensions);
                }
            }
            sorted(extensions, out);
        }
    }

    private static boolean isKnown(String name, List<Field> order) {
        if (name.indexOf(':') >= 0) {
            return false;
        }
        for (Field field : order) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void write(Field field, Json value, StringBuilder out) {
        switch (field.shape()) {
            case TEXT,
                    NUMBER,
                    TIME,
                    URI,
                    BIZ_STEP,
                    DISPOSITION,
                    TRANSACTION_TYPE,
                    SOURCE_DESTINATION_TYPE,
                    COMPONENT,
                    MEASUREMENT ->
                    values(field.name(), field.shape(), value, out);
            case EPCS ->
                    list(
                            field.name(),
                            value,
                            out,
                            (item, text) -> values("epc", Field.Shape.URI, item, text));
            case QUANTITIES ->
                    elements(field.name(), "quantityElement", Field.QUANTITY, value, out);
            case TRANSACTIONS -> elements(field.name(), "", Field.TRANSACTION, value, out);
            case SOURCES -> elements(field.name(), "", Field.SOURCE, value, out);
            case DESTINATIONS -> elements(field.name(), "", Field.DESTINATION, value, out);
            case SENSORS ->
                    elements(field.name(), "sensorElement", Field.SENSOR_ELEMENT, value, out);
            case PLACE -> elements("", field.name(), Field.PLACE, value, out);
            case DISPOSITIONS -> elements("", field.name(), Field.DISPOSITIONS, value, out);
            case SENSOR_METADATA -> elements("", field.name(), Field.SENSOR_METADATA, value, out);
            case SENSOR_REPORTS -> elements("", field.name(), Field.SENSOR_REPORT, value, out);
            case MASTER_DATA -> elements("", field.name(), List.of(), value, out);
        }
    }

    /// What writes one item of a list.
    private interface ItemWriter {
        void write(Json item, StringBuilder out);
    }

    /// A label, then the items in the order of their texts; nothing for an empty list.
    private static void list(String label, Json value, StringBuilder out, ItemWriter writer) {
        List<Json> items = items(value);
        if (items.isEmpty()) {
            return;
        }
        out.append(label);
        if (items.size() == 1) {
            writer.write(items.getFirst(), out);
            return;
        }
        List<String> texts = new ArrayList<>(items.size());
        for (Json item : items) {
            StringBuilder text = new StringBuilder();
            writer.write(item, text);
            texts.add(text.toString());
        }
        sorted(texts, out);
    }

    private static List<Json> items(Json value) {
        return value instanceof Json.Items(var items) ? items : List.of(value);
    }

    private void elements(
            String label, String each, List<Field> fields, Json value, StringBuilder out) {
        list(
                label,
                value,
                out,
                (item, text) -> {
                    text.append(each);
                    if (item instanceof Json.Members members) {
                        fields(members, fields, Set.of(), text);
                    } else {
                        text.append('=').append(plain(item));
                    }
                });
    }

    private void values(String name, Field.Shape shape, Json value, StringBuilder out) {
        list(
                "",
                value,
                out,
                (item, text) -> text.append(name).append('=').append(text(shape, item)));
    }

    private String text(Field.Shape shape, Json value) {
        if (!(value instanceof Json.Text(String text))) {
            return plain(value);
        }
        String word = text.strip();
        return switch (shape) {
            case TIME -> UtcTime.of(word);
            case URI -> uri(word);
            case BIZ_STEP -> Vocabulary.BIZ_STEP.iri(word, names);
            case DISPOSITION -> Vocabulary.DISPOSITION.iri(word, names);
            case TRANSACTION_TYPE -> Vocabulary.TRANSACTION_TYPE.iri(word, names);
            case SOURCE_DESTINATION_TYPE -> Vocabulary.SOURCE_DESTINATION_TYPE.iri(word, names);
            case COMPONENT -> Vocabulary.COMPONENT.iri(word, names);
            case MEASUREMENT -> Vocabulary.MEASUREMENT.iri(word, names);
            case TEXT,
                    NUMBER,
                    EPCS,
                    QUANTITIES,
                    TRANSACTIONS,
                    SOURCES,
                    DESTINATIONS,
                    SENSORS,
                    PLACE,
                    DISPOSITIONS,
                    SENSOR_METADATA,
                    SENSOR_REPORTS,
                    MASTER_DATA ->
                    word;
        };
    }

    private String uri(String text) {
        String canonical = DigitalLink.canonical(text);
        return canonical.equals(text) ? Vocabulary.ofUrn(names.expanded(text)) : canonical;
    }

    private static String plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text.strip();
            case Json.Numeral number -> number(number);
            case Json.Truth(boolean truth) -> Boolean.toString(truth);
            case Json.Null _, Json.Items _, Json.Members _ -> "";
        };
    }

    private static String number(Json.Numeral numeral) {
        try {
            BigDecimal value = numeral.value();
            boolean isLong = Math.abs((long) value.scale()) + value.precision() > PLAIN_MAX;
            return isLong ? value.toString() : value.toPlainString();
        } catch (ArithmeticException _) {
            return numeral.digits();
        }
    }

    private void extension(String key, Json value, List<String> to) {
        String name = names.field(key);
        if (COMMENTS.contains(name) || ignored.contains(name)) {
            return;
        }
        for (Json item : items(value)) {
            StringBuilder text = new StringBuilder(name);
            if (item instanceof Json.Members members) {
                List<String> inner = new ArrayList<>();
                members.members().forEach((k, v) -> extension(k, v, inner));
                sorted(inner, text);
            } else {
                text.append('=').append(loose(item));
            }
            to.add(text.toString());
        }
    }

    private String loose(Json value) {
        return value instanceof Json.Text(String text)
                ? names.expanded(text.strip())
                : plain(value);
    }

    private static void sorted(List<String> texts, StringBuilder out) {
        texts.sort(BYTES);
        texts.forEach(out::append);
    }

    private static int compareBytes(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean plain = Character.isSurrogate(a) == Character.isSurrogate(b);
                return plain ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }
}
