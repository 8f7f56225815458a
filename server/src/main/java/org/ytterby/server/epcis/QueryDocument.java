package org.ytterby.server.epcis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.JsonWriter;

/// Writes events as the answer to a query: what was captured, the time of recording, the id where
/// the event had none, and the contexts of all.
final class QueryDocument {
    static final String STANDARD_CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private static final String CONTEXT = "@context";

    private final Set<String> addresses = new LinkedHashSet<>();
    private final Map<String, Json> terms = new LinkedHashMap<>();

    private QueryDocument() {}

    /// An answer.
    ///
    /// @param queryName null where the query has none
    /// @param subscription null where nobody subscribed
    static byte[] of(
            List<EventStore.Stored> events,
            Instant now,
            @Nullable String queryName,
            @Nullable String subscription) {
        QueryDocument document = new QueryDocument();
        List<Json> list = new ArrayList<>();
        for (EventStore.Stored stored : events) {
            list.add(document.event(stored));
        }
        Map<String, Json> results = new LinkedHashMap<>();
        if (subscription != null) {
            results.put("subscriptionID", new Json.Text(subscription));
        }
        if (queryName != null) {
            results.put("queryName", new Json.Text(queryName));
        }
        results.put("resultsBody", new Json.Members(Map.of("eventList", new Json.Items(list))));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(CONTEXT, document.context());
        members.put("type", new Json.Text("EPCISQueryDocument"));
        members.put("schemaVersion", new Json.Text("2.0"));
        members.put("creationDate", new Json.Text(Micros.format(Micros.of(now))));
        members.put(
                "epcisBody", new Json.Members(Map.of("queryResults", new Json.Members(results))));
        return EventStore.bytes(JsonWriter.compact(new Json.Members(members)));
    }

    private static Json joined(Json around, Json own) {
        Set<Json> parts = new LinkedHashSet<>();
        Things.each(around, parts::add);
        Things.each(own, parts::add);
        return new Json.Items(new ArrayList<>(parts));
    }

    private static Json read(byte[] bytes) {
        return JsonReader.read(bytes, _ -> {});
    }

    private static Json.Members whole(EventStore.Stored stored) {
        if (!(read(stored.content()) instanceof Json.Members captured)) {
            throw new IllegalStateException("event " + stored.id() + " is no object");
        }
        Json.Members event =
                captured.get("eventID") == null
                        ? captured.with("eventID", new Json.Text(stored.eventId()))
                        : captured;
        return event.with("recordTime", new Json.Text(Micros.format(stored.recordMicros())));
    }

    /// The event as it stands in the list. Where its prefixes contradict those of another event it
    /// bears its context itself.
    private Json event(EventStore.Stored stored) {
        Json.Members event = whole(stored);
        if (stored.context() == null) {
            return event;
        }
        Json context = read(EventStore.bytes(stored.context()));
        if (agrees(context)) {
            add(context);
            return event;
        }
        Json own = event.get(CONTEXT);
        return event.with(CONTEXT, own == null ? context : joined(context, own));
    }

    private boolean agrees(Json context) {
        boolean[] agrees = {true};
        Things.each(
                context,
                part -> {
                    if (part instanceof Json.Members members) {
                        members.members()
                                .forEach((term, meaning) -> {
                                    Json other = terms.get(term);
                                    agrees[0] &= other == null || other.equals(meaning);
                                });
                    }
                });
        return agrees[0];
    }

    private void add(Json context) {
        Things.each(
                context,
                part -> {
                    if (part instanceof Json.Text(String address)) {
                        addresses.add(address);
                    } else if (part instanceof Json.Members members) {
                        terms.putAll(members.members());
                    }
                });
    }

    private Json context() {
        if (addresses.isEmpty()) {
            addresses.add(STANDARD_CONTEXT);
        }
        List<Json> parts = new ArrayList<>();
        addresses.forEach(address -> parts.add(new Json.Text(address)));
        if (!terms.isEmpty()) {
            parts.add(new Json.Members(terms));
        }
        return new Json.Items(parts);
    }
}
