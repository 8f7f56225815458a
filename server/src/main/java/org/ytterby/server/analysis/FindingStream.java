package org.ytterby.server.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ytterby.core.supervision.Finding;
import tools.jackson.databind.json.JsonMapper;

/// Tells one listener what comes and goes among findings, as server-sent events.
///
/// Of a generation there is one event for each finding, then `position`, which alone bears the id:
/// who was cut off in between is told the whole generation again. Used by one thread.
final class FindingStream {
    private final Waiting waiting;
    private final Scope scope;
    private final JsonMapper json;
    private final OutputStream out;

    FindingStream(Waiting waiting, Scope scope, JsonMapper json, OutputStream out) {
        this.waiting = waiting;
        this.scope = scope;
        this.json = json;
        this.out = out;
    }

    /// Tells until somebody ends it.
    ///
    /// @param now what there is
    /// @param last position that the listener knows all of
    /// @param heartbeat the longest silence
    /// @param goesOn whether to go on, asked after each silence and each generation
    /// @throws IOException if the listener is gone
    void run(Waiting.Found now, long last, Duration heartbeat, BooleanSupplier goesOn)
            throws IOException, InterruptedException {
        Waiting.Found known = begin(now, last);
        while (goesOn.getAsBoolean()) {
            Optional<Waiting.Found> next = waiting.beyond(known.position(), heartbeat);
            if (next.isPresent()) {
                tell(FindingChanges.between(known, next.get(), scope), next.get().position());
                known = next.get();
            } else if (goesOn.getAsBoolean()) {
                write(": still here\n\n");
                out.flush();
            }
        }
    }

    private Waiting.Found begin(Waiting.Found now, long last) throws IOException {
        if (last == now.position()) {
            tell(FindingChanges.NONE, last);
            return now;
        }
        Optional<Waiting.Found> before = waiting.at(last);
        if (before.isPresent()) {
            tell(FindingChanges.between(before.get(), now, scope), now.position());
        } else {
            event("reset", Map.of("position", now.position()));
            tell(FindingChanges.all(now, scope), now.position());
        }
        return now;
    }

    private void tell(FindingChanges changes, long position) throws IOException {
        for (Finding finding : changes.gone()) {
            event("gone", FindingRow.of(finding));
        }
        for (Finding finding : changes.added()) {
            event("new", FindingRow.of(finding));
        }
        write("id: " + position + "\n");
        event("position", Map.of("position", position));
        out.flush();
    }

    private void event(String name, Object data) throws IOException {
        write("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
