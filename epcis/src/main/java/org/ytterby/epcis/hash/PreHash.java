package org.ytterby.epcis.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.json.Json;

/// The text of an event that is hashed: the same for all ways to write the event.
///
/// Fields of the standard come in canonical order, children of a list in the order of their bytes,
/// fields of extensions behind them, each list label once (CBV 2.0, 8.9.2). What stands within a
/// field of the standard without belonging there is told last, below the labels that lead to it.
final class PreHash {
    /// Fields of an event that are no part of what happened, or said before.
    private static final Set<String> NOT_HASHED =
            Set.of("type", "eventID", "recordTime", "errorDeclaration");

    private final Spelling spelling;
    private final Extensions extensions;

    private PreHash(EpcisEvent event) {
        spelling = new Spelling(event);
        extensions = new Extensions(spelling, event.ignored());
    }

    static String of(EpcisEvent event) {
        return new PreHash(event).text(event.tree());
    }

    private String text(Json.Members event) {
        String type = event.text("type");
        StringBuilder out = new StringBuilder("eventType=");
        out.append(type == null ? "" : spelling.expanded(type));
        List<String> behind = new ArrayList<>();
        int known = ordered(event, Field.EVENT, out, behind);
        for (Field field : Field.AMONG_EXTENSIONS) {
            Json value = event.get(field.name());
            if (value != null) {
                known++;
                StringBuilder text = new StringBuilder();
                write(field, value, text, behind);
                Texts.add(text, behind);
            }
        }
        if (known < event.members().size()) {
            for (Map.Entry<String, Json> member : event.members().entrySet()) {
                String name = member.getKey();
                if (!NOT_HASHED.contains(name)
                        && !isKnown(name, Field.EVENT)
                        && !isKnown(name, Field.AMONG_EXTENSIONS)) {
                    extensions.add(name, member.getValue(), behind);
                }
            }
        }
        Texts.sorted(behind, out);
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
                Texts.add(text, texts);
            }
            Texts.sorted(texts, out);
        }
        dropIfEmpty(out, start, within);
        if (!label.isEmpty()) {
            Texts.below(label, rest, behind);
        }
    }

    /// Takes a label back that nothing follows.
    private static void dropIfEmpty(StringBuilder out, int start, int within) {
        if (out.length() == within) {
            out.setLength(start);
        }
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
                        text.append(each).append('=').append(spelling.plain(item));
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
                    boolean here = some && spelling.label(name).contains("/}");
                    extensions.add(name, member.getValue(), here ? inPlace : rest);
                }
            }
            Texts.sorted(inPlace, out);
        }
        dropIfEmpty(out, start, within);
        Texts.below(label, rest, behind);
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
        String said = spelling.text(shape, value);
        if (!said.isEmpty()) {
            out.append(name).append('=').append(said);
        }
    }

    /// The items of a list; a value alone is one.
    static List<Json> items(Json value) {
        return value instanceof Json.Items(var items) ? items : List.of(value);
    }
}
