package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.hash.EventHash;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;

/// An event that fits the schema, ready to be recorded.
///
/// @param id its own, or else its hash
/// @param declaredMicros when it was declared wrong; 0 if it was not
/// @param content all that it says
record Prepared(
        EpcisEvent event,
        String id,
        String hash,
        long declaredMicros,
        long eventMicros,
        byte[] content,
        EventIndex index) {
    static Prepared of(EpcisEvent event) {
        String hash = EventHash.of(event);
        String own = event.tree().text("eventID");
        return new Prepared(
                event,
                own == null ? hash : own,
                hash,
                declaredMicros(event.tree()),
                micros(event.tree().text("eventTime")),
                JsonWriter.compact(event.tree()).getBytes(StandardCharsets.UTF_8),
                EventIndex.of(event));
    }

    private static long declaredMicros(Json.Members event) {
        return event.get("errorDeclaration") instanceof Json.Members error
                ? micros(error.text("declarationTime"))
                : 0;
    }

    /// The schema has seen to it that there is a time.
    private static long micros(@Nullable String time) {
        return Micros.parse(time == null ? "" : time)
                .orElseThrow(() -> new IllegalArgumentException("no time: " + time));
    }

    /// Whether two events count as the same: the declaration that an event was wrong bears its id
    /// and stands beside it.
    String identity() {
        return declaredMicros + " " + id;
    }

    CaptureError alreadyThere() {
        return new CaptureError(
                EpcisProblem.Kind.ALREADY_EXISTS,
                event.pointer() + "/eventID",
                id,
                new Text("there is an event with this eventID already", "已存在具有该 eventID 的事件"));
    }
}
