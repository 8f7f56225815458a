package org.ytterby.epcis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;

/// Finds the events of a document.
final class Events {
    private static final String CONTEXT = "@context";
    private static final String BODY = "epcisBody";
    private static final String RESULTS = "queryResults";
    private static final String EVENTS = "eventList";
    private static final String IGNORED = "ignoreFields";

    private final boolean isXml;
    private final List<EpcisEvent> found = new ArrayList<>();

    Events(boolean isXml) {
        this.isXml = isXml;
    }

    List<EpcisEvent> of(Json tree) {
        collect(tree, "", Names.OF_THE_STANDARD, Set.of());
        return found;
    }

    private void collect(Json value, String pointer, Names names, Set<String> ignored) {
        switch (value) {
            case Json.Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), pointer + "/" + i, names, ignored);
                }
            }
            case Json.Members members when isDocument(members) ->
                    inDocument(members, pointer, names, ignored);
            case Json.Members event ->
                    found.add(new EpcisEvent(found.size(), pointer, event, names, ignored, isXml));
            case Json.Text _, Json.Numeral _, Json.Truth _, Json.Null _ -> {
                // no event; the check of the schema says so
            }
        }
    }

    private static boolean isDocument(Json.Members members) {
        String type = members.text("type");
        return "EPCISDocument".equals(type)
                || "EPCISQueryDocument".equals(type)
                || (type == null && members.get(BODY) != null);
    }

    private void inDocument(Json.Members document, String at, Names outer, Set<String> before) {
        Names names = outer.with(document.get(CONTEXT));
        Set<String> all = new HashSet<>(before);
        document.members().forEach((name, value) -> addIgnored(name, value, names, all));
        if (at(document, BODY, RESULTS) instanceof Json.Members(var results)) {
            results.forEach((name, value) -> addIgnored(name, value, names, all));
        }
        Set<String> ignored = Set.copyOf(all); // once: every event shares it
        for (List<String> path :
                List.of(
                        List.of(BODY, EVENTS),
                        List.of(BODY, "event"),
                        List.of(BODY, RESULTS, "resultsBody", EVENTS))) {
            Json events = at(document, path.toArray(String[]::new));
            if (events != null) {
                collect(events, at + "/" + String.join("/", path), names, ignored);
            }
        }
    }

    private static @Nullable Json at(Json.Members document, String... path) {
        Json value = document;
        for (String name : path) {
            value = value instanceof Json.Members members ? members.get(name) : null;
        }
        return value;
    }

    /// A document may list, in an extension field `ignoreFields` of its own or of its results, the
    /// extension fields that the sender's repository added and that no hash shall cover.
    private static void addIgnored(String name, Json value, Names names, Set<String> to) {
        if (name.indexOf(':') < 0 || !name.endsWith(":" + IGNORED)) {
            return;
        }
        switch (value) {
            case Json.Members(Map<String, Json> fields) ->
                    fields.keySet().forEach(field -> to.add(names.field(field)));
            case Json.Items(var fields) ->
                    fields.forEach(field -> addIgnored(name, field, names, to));
            case Json.Text(String field) -> to.add(names.field(field));
            case Json.Numeral _, Json.Truth _, Json.Null _ -> {
                // names no field
            }
        }
    }
}
