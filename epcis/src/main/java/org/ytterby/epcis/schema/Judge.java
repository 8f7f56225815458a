package org.ytterby.epcis.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;

/// Holds a value against a schema and collects what does not fit.
final class Judge {
    private final Map<String, Node> definitions;
    private final Violations found;

    Judge(Map<String, Node> definitions, Violations found) {
        this.definitions = definitions;
        this.found = found;
    }

    void judge(Node node, Json value, @Nullable Place place) {
        Text message = node.message();
        if (message == null) {
            within(node, value, place);
        } else if (!fits(node, value)) {
            add(place, value, found.isFull() ? message : Wordings.withWords(message, node, value));
        }
    }

    /// Judges by the keywords of a node, whatever message it bears.
    private void within(Node node, Json value, @Nullable Place place) {
        if (node.ref() != null) {
            judge(definition(node.ref()), value, place);
        }
        kind(node, value, place);
        switch (value) {
            case Json.Members object -> members(node, object, place);
            case Json.Items array -> items(node, array, place);
            case Json.Text(String text) -> text(node, text, value, place);
            case Json.Numeral _, Json.Truth _, Json.Null _ -> {
                if (!node.words().isEmpty() && node.kinds().isEmpty()) {
                    add(place, value, Wordings.notAmong("", node.words()));
                }
            }
        }
        combined(node, value, place);
    }

    /// Whether a value fits, without saying why not.
    private boolean fits(Node node, Json value) {
        Violations trial = new Violations();
        new Judge(definitions, trial).within(node, value, null);
        return trial.isEmpty();
    }

    private Node definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    private void kind(Node node, Json value, @Nullable Place place) {
        if (!node.kinds().isEmpty() && !node.kinds().contains(kindOf(value))) {
            add(place, value, Wordings.wrongKind(node.kinds(), kindOf(value)));
        }
    }

    private static Node.Kind kindOf(Json value) {
        return switch (value) {
            case Json.Members _ -> Node.Kind.OBJECT;
            case Json.Items _ -> Node.Kind.ARRAY;
            case Json.Text _ -> Node.Kind.STRING;
            case Json.Numeral _ -> Node.Kind.NUMBER;
            case Json.Truth _ -> Node.Kind.BOOLEAN;
            case Json.Null _ -> Node.Kind.NULL;
        };
    }

    private void members(Node node, Json.Members object, @Nullable Place place) {
        for (String name : node.required()) {
            if (object.get(name) == null) {
                found.add(
                        new Violation(
                                Place.pointer(new Place(place, name)), "", Wordings.missing(name)));
            }
        }
        Node names = node.propertyNames();
        if (node.properties().isEmpty() && names == null && !node.closed()) {
            return;
        }
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            Node property = node.properties().get(name);
            if (property != null) {
                judge(property, member.getValue(), new Place(place, name));
            } else if (node.closed()) {
                add(
                        new Place(place, name),
                        member.getValue(),
                        found.isFull()
                                ? Wordings.FORBIDDEN
                                : Wordings.unknownField(name, node.properties().keySet()));
            }
            if (names != null && property == null && !fits(names, new Json.Text(name))) {
                Text message = Objects.requireNonNull(names.message(), "propertyNames");
                add(new Place(place, name), member.getValue(), message);
            }
        }
    }

    private void items(Node node, Json.Items array, @Nullable Place place) {
        List<Json> items = array.items();
        if (items.size() < node.minItems()) {
            add(place, array, Wordings.tooFew(node.minItems()));
        }
        Set<Json> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Json item = items.get(i);
            Place here = new Place(place, Integer.toString(i));
            if (node.items() != null) {
                judge(node.items(), item, here);
            }
            if (node.unique() && !seen.add(item)) {
                add(here, item, Wordings.TWICE);
            }
        }
    }

    private void text(Node node, String text, Json value, @Nullable Place place) {
        if (!node.words().isEmpty() && !node.words().contains(text)) {
            add(
                    place,
                    value,
                    found.isFull() ? Wordings.FORBIDDEN : Wordings.notAmong(text, node.words()));
        }
        if (node.pattern() != null && !node.pattern().matcher(text).find()) {
            add(place, value, Wordings.pattern(node.pattern().pattern()));
        }
        if (node.format() != null && !node.format().fits(text)) {
            add(place, value, Wordings.format(node.format()));
        }
    }

    private void combined(Node node, Json value, @Nullable Place place) {
        for (Node part : node.allOf()) {
            judge(part, value, place);
        }
        if (!node.anyOf().isEmpty() && node.anyOf().stream().noneMatch(n -> fits(n, value))) {
            add(place, value, Wordings.NONE_FITS);
        }
        if (node.not() != null && fits(node.not(), value)) {
            add(place, value, Wordings.FORBIDDEN);
        }
        if (node.condition() != null) {
            Node branch = fits(node.condition(), value) ? node.then() : node.otherwise();
            if (branch != null) {
                judge(branch, value, place);
            }
        }
    }

    private void add(@Nullable Place place, Json value, Text problem) {
        String shown =
                switch (value) {
                    case Json.Members _ -> "{…}";
                    case Json.Items(var items) -> items.isEmpty() ? "[]" : "[…]";
                    case Json.Text _, Json.Numeral _, Json.Truth _, Json.Null _ ->
                            JsonWriter.compact(value);
                };
        found.add(new Violation(Place.pointer(place), shown, problem));
    }
}
