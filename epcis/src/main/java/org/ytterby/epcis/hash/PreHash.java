package org.ytterby.epcis.hash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// The text of an event that is hashed: the same for all ways to write the event.
///
/// Fields of the standard come in canonical order, children of a list in the order of their bytes,
/// fields of extensions behind them, each list label once (CBV 2.0, 8.9.2). What stands within a
/// field of the standard without belonging there is told last, below the labels that lead to it.
final class PreHash {
    private static final Set<String> COMMENTS =
            Set.of("{http://www.w3.org/2000/01/rdf-schema#}comment", "rdfs:comment", "comment");

    /// Fields of an event that are no part of what happened, or said before.
    private static final Set<String> NOT_HASHED =
            Set.of("type", "eventID", "recordTime", "errorDeclaration");

    private static final String LIST = "List";

    /// The order of UTF-8 bytes, which is that of code points.
    private static final Comparator<String> BYTES = PreHash::compareBytes;

    private final Names names;
    private final Set<String> ignored;
    private final boolean isXml;

    private PreHash(EpcisEvent event) {
        names = event.names();
        ignored = event.ignored();
        isXml = event.cameAsXml();
    }

    static String of(EpcisEvent event) {
        return new PreHash(event).text(event.tree());
    }

    private String text(Json.Members event) {
        String type = event.text("type");
        StringBuilder out = new StringBuilder("eventType=");
        out.append(type == null ? "" : expanded(type));
        List<String> behind = new ArrayList<>();
        int known = ordered(event, Field.EVENT, out, behind);
        for (Field field : Field.AMONG_EXTENSIONS) {
            Json value = event.get(field.name());
            if (value != null) {
                known++;
                StringBuilder text = new StringBuilder();
                write(field, value, text, behind);
                add(text, behind);
            }
        }
        if (known < event.members().size()) {
            for (Map.Entry<String, Json> member : event.members().entrySet()) {
                String name = member.getKey();
                if (!NOT_HASHED.contains(name)
                        && !isKnown(name, Field.EVENT)
                        && !isKnown(name, Field.AMONG_EXTENSIONS)) {
                    extension(name, member.getValue(), behind);
                }
            }
        }
        sorted(behind, out);
        return out.toString();
    }

    /// Writes the fields of an order; how many there are.
    private int ordered(
            Json.Members of, List<Field> order, StringBuilder out, List<String> behind) {
        int known = 0;
        for (Field field : order) {
            Json value = of.get(field.name());
            if (value != null) {
                known++;
                write(field, value, out, behind);
            }
        }
        return known;
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

    /// @param behind takes the texts of what is not of the standard and not told in its place
    private void write(Field field, Json value, StringBuilder out, List<String> behind) {
        String name = field.name();
        switch (field.shape()) {
            case TEXT,
                    TIME,
                    BIZ_STEP,
                    DISPOSITION,
                    TRANSACTION_TYPE,
                    SOURCE_DESTINATION_TYPE,
                    COMPONENT,
                    MEASUREMENT ->
                    values(name, field.shape(), value, out, behind);
            case EPCS ->
                    list(
                            name,
                            value,
                            out,
                            behind,
                            (item, text, rest) ->
                                    values("epc", Field.Shape.TEXT, item, text, rest));
            case QUANTITIES ->
                    elements(name, "quantityElement", Field.QUANTITY, value, out, behind);
            case TRANSACTIONS -> elements(name, "", Field.TRANSACTION, value, out, behind);
            case SOURCES -> elements(name, "", Field.SOURCE, value, out, behind);
            case DESTINATIONS -> elements(name, "", Field.DESTINATION, value, out, behind);
            case SENSORS ->
                    elements(name, "sensorElement", Field.SENSOR_ELEMENT, value, out, behind);
            case PLACE -> elements("", name, Field.PLACE, value, out, behind);
            case DISPOSITIONS -> elements("", name, Field.DISPOSITIONS, value, out, behind);
            case SENSOR_METADATA -> elements("", name, Field.SENSOR_METADATA, value, out, behind);
            case SENSOR_REPORTS -> elements("", name, Field.SENSOR_REPORT, value, out, behind);
        }
    }

    /// What writes one item of a list.
    private interface ItemWriter {
        void write(Json item, StringBuilder out, List<String> behind);
    }

    /// A label, then the items in the order of their texts; nothing where no item says anything.
    private static void list(
            String label, Json value, StringBuilder out, List<String> behind, ItemWriter writer) {
        List<String> rest = label.isEmpty() ? behind : new ArrayList<>();
        int start = out.length();
        out.append(label);
        int within = out.length();
        List<Json> items = items(value);
        if (items.size() == 1) {
            writer.write(items.getFirst(), out, rest);
        } else {
            List<String> texts = new ArrayList<>(items.size());
            for (Json item : items) {
                StringBuilder text = new StringBuilder();
                writer.write(item, text, rest);
                add(text, texts);
            }
            sorted(texts, out);
        }
        dropIfEmpty(out, start, within);
        if (!label.isEmpty()) {
            below(label, rest, behind);
        }
    }

    /// Takes a label back that nothing follows.
    private static void dropIfEmpty(StringBuilder out, int start, int within) {
        if (out.length() == within) {
            out.setLength(start);
        }
    }

    /// Puts texts below a label.
    private static void below(String label, List<String> texts, List<String> to) {
        if (!texts.isEmpty()) {
            StringBuilder text = new StringBuilder(label);
            sorted(texts, text);
            to.add(text.toString());
        }
    }

    private static void add(StringBuilder text, List<String> to) {
        if (!text.isEmpty()) {
            to.add(text.toString());
        }
    }

    private static List<Json> items(Json value) {
        return value instanceof Json.Items(var items) ? items : List.of(value);
    }

    private void elements(
            String label,
            String each,
            List<Field> fields,
            Json value,
            StringBuilder out,
            List<String> behind) {
        list(
                label,
                value,
                out,
                behind,
                (item, text, rest) -> {
                    if (item instanceof Json.Members members) {
                        element(each, members, fields, text, rest);
                    } else {
                        text.append(each).append('=').append(plain(item));
                    }
                });
    }

    private void element(
            String label,
            Json.Members of,
            List<Field> fields,
            StringBuilder out,
            List<String> behind) {
        List<String> rest = new ArrayList<>();
        int start = out.length();
        out.append(label);
        int within = out.length();
        int known = ordered(of, fields, out, rest);
        if (known < of.members().size()) {
            List<String> inPlace = new ArrayList<>();
            boolean some = isToldInPlace(of);
            for (Map.Entry<String, Json> member : of.members().entrySet()) {
                String name = member.getKey();
                if (!isKnown(name, fields)) {
                    boolean here = some && label(name).contains("/}");
                    extension(name, member.getValue(), here ? inPlace : rest);
                }
            }
            sorted(inPlace, out);
        }
        dropIfEmpty(out, start, within);
        below(label, rest, behind);
    }

    /// Fields of extensions are told in their place where they are not alone and none is taken for
    /// an event by its name; of those only the ones whose namespace ends in a slash.
    private static boolean isToldInPlace(Json.Members of) {
        int count = 0;
        for (Map.Entry<String, Json> member : of.members().entrySet()) {
            count += items(member.getValue()).size();
            if (member.getKey().contains("eventTime") || member.getKey().contains("action")) {
                return false;
            }
        }
        return count > 1;
    }

    private void values(
            String name, Field.Shape shape, Json value, StringBuilder out, List<String> behind) {
        if (value instanceof Json.Items) {
            list("", value, out, behind, (item, text, _) -> value(name, shape, item, text));
        } else {
            value(name, shape, value, out);
        }
    }

    private void value(String name, Field.Shape shape, Json value, StringBuilder out) {
        String said = text(shape, value);
        if (!said.isEmpty()) {
            out.append(name).append('=').append(said);
        }
    }

    private String text(Field.Shape shape, Json value) {
        if (!(value instanceof Json.Text(String text))) {
            return plain(value);
        }
        String word = text.strip();
        return switch (shape) {
            case TIME -> UtcTime.of(word);
            case BIZ_STEP -> word(Vocabulary.BIZ_STEP, word);
            case DISPOSITION -> word(Vocabulary.DISPOSITION, word);
            case TRANSACTION_TYPE -> word(Vocabulary.TRANSACTION_TYPE, word);
            case SOURCE_DESTINATION_TYPE -> word(Vocabulary.SOURCE_DESTINATION_TYPE, word);
            case COMPONENT -> word(Vocabulary.COMPONENT, word);
            case MEASUREMENT -> word(Vocabulary.MEASUREMENT, word);
            case TEXT,
                    EPCS,
                    QUANTITIES,
                    TRANSACTIONS,
                    SOURCES,
                    DESTINATIONS,
                    SENSORS,
                    PLACE,
                    DISPOSITIONS,
                    SENSOR_METADATA,
                    SENSOR_REPORTS ->
                    canonical(word);
        };
    }

    private String word(Vocabulary part, String word) {
        return word.indexOf(':') < 0
                ? part.iri(word, Names.OF_THE_STANDARD)
                : Vocabulary.ofUrn(expanded(word));
    }

    private String plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> canonical(text.strip());
            case Json.Numeral(String digits) -> NumberText.canonical(digits);
            case Json.Truth(boolean truth) -> truth(truth);
            case Json.Null _ -> "None";
            case Json.Items _, Json.Members _ -> "";
        };
    }

    private String truth(boolean truth) {
        if (isXml) {
            return truth ? "true" : "false";
        }
        return truth ? "True" : "False";
    }

    /// One spelling for words, numbers and keys that may be written in several.
    private String canonical(String text) {
        String full = Vocabulary.ofUrn(expanded(text));
        return DigitalLink.canonical(NumberText.canonical(full));
    }

    /// In XML only the prefixes of the vocabularies stand for something within a value.
    private String expanded(String value) {
        return isXml ? Vocabulary.ofPrefix(value) : names.expanded(value);
    }

    /// The name of an extension field with its namespace in braces; a full URI stands as it is.
    private String label(String key) {
        return key.contains("://") ? key : names.field(key);
    }

    private void extension(String key, Json value, List<String> to) {
        String name = label(key);
        if (COMMENTS.contains(name) || ignored.contains(name)) {
            return;
        }
        if (!isXml && name.endsWith(LIST)) {
            List<String> inner = new ArrayList<>();
            generic(name.substring(0, name.length() - LIST.length()), value, inner);
            below(name, inner, to);
        } else {
            generic(name, value, to);
        }
    }

    private void generic(String name, Json value, List<String> to) {
        for (Json item : items(value)) {
            StringBuilder text = new StringBuilder(name);
            List<String> inner = new ArrayList<>();
            if (item instanceof Json.Members members) {
                within(members, text, inner);
            } else if (item instanceof Json.Items) {
                generic("", item, inner);
            } else {
                say(plain(item), text);
            }
            sorted(inner, text);
            to.add(text.toString());
        }
    }

    private static void say(String said, StringBuilder to) {
        to.append(said.isEmpty() ? "" : "=").append(said);
    }

    /// An element of XML that has attributes beside its text calls that text `#text` in JSON.
    private void within(Json.Members of, StringBuilder text, List<String> inner) {
        of.members()
                .forEach((key, member) -> {
                    if (key.equals("#text")) {
                        say(plain(member), text);
                    } else if (!key.startsWith("@xmlns")) {
                        extension(key, member, inner);
                    }
                });
    }

    private static void sorted(List<String> texts, StringBuilder out) {
        if (texts.size() > 1) {
            texts.sort(BYTES);
        }
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
