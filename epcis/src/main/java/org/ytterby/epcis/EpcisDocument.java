package org.ytterby.epcis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.Repetition;
import org.ytterby.epcis.xml.XmlReader;

/// What a file holds: a document of events, the answer to a query, one event by itself, or an array
/// of these.
///
/// @param tree the whole file as JSON
/// @param events all events in it, in order
/// @param repetitions members that stood twice in one object, or one element where one is allowed
public record EpcisDocument(Json tree, List<EpcisEvent> events, List<Repetition> repetitions) {
    private static final String CONTEXT = "@context";
    private static final String BODY = "epcisBody";
    private static final String EVENTS = "eventList";
    private static final String IGNORED = "ignoreFields";

    public EpcisDocument {
        events = List.copyOf(events);
        repetitions = List.copyOf(repetitions);
    }

    /// Reads JSON, JSON-LD or, where the first character is `<`, XML.
    ///
    /// @throws org.ytterby.epcis.json.JsonUnreadable if the bytes are neither, or pass a bound
    public static EpcisDocument read(byte[] bytes) {
        List<Repetition> repetitions = new ArrayList<>();
        Json tree =
                isXml(bytes)
                        ? XmlReader.read(bytes, repetitions::add)
                        : JsonReader.read(bytes, repetitions::add);
        return new EpcisDocument(tree, eventsOf(tree), repetitions);
    }

    /// The document that a tree holds.
    public static EpcisDocument of(Json tree) {
        return new EpcisDocument(tree, eventsOf(tree), List.of());
    }

    private static List<EpcisEvent> eventsOf(Json tree) {
        List<EpcisEvent> events = new ArrayList<>();
        collect(tree, "", Names.OF_THE_STANDARD, Set.of(), events);
        return events;
    }

    /// Whether bytes begin as XML does.
    public static boolean isXml(byte[] bytes) {
        for (byte b : bytes) {
            boolean skipped = b <= ' ';
            if (!skipped) {
                return b == '<';
            }
        }
        return false;
    }

    private static void collect(
            Json value, String pointer, Names names, Set<String> ignored, List<EpcisEvent> to) {
        switch (value) {
            case Json.Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), pointer + "/" + i, names, ignored, to);
                }
            }
            case Json.Members members when isDocument(members) ->
                    inDocument(members, pointer, names, ignored, to);
            case Json.Members event ->
                    to.add(new EpcisEvent(to.size(), pointer, event, names, ignored));
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

    private static void inDocument(
            Json.Members document,
            String pointer,
            Names outer,
            Set<String> outerIgnored,
            List<EpcisEvent> to) {
        Names names = outer.with(document.get(CONTEXT));
        Set<String> all = new HashSet<>(outerIgnored);
        document.members().forEach((name, value) -> addIgnored(name, value, names, all));
        Set<String> ignored = Set.copyOf(all); // once: every event shares it
        Json list = at(document, BODY, EVENTS);
        if (list != null) {
            collect(list, pointer + "/epcisBody/eventList", names, ignored, to);
        }
        Json results = at(document, BODY, "queryResults", "resultsBody", EVENTS);
        if (results != null) {
            String place = "/epcisBody/queryResults/resultsBody/eventList";
            collect(results, pointer + place, names, ignored, to);
        }
    }

    private static @Nullable Json at(Json.Members document, String... path) {
        Json value = document;
        for (String name : path) {
            value = value instanceof Json.Members members ? members.get(name) : null;
        }
        return value;
    }

    /// A document may list, in an extension field `ignoreFields`, the extension fields that the
    /// sender's repository added and that no hash shall cover.
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
