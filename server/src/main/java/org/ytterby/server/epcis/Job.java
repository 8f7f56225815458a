package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;

/// What became of a document that was handed in.
///
/// @param captured events that were recorded
/// @param errors a JSON array of problems
record Job(
        UUID id,
        long createdMicros,
        long finishedMicros,
        Behaviour behaviour,
        boolean isSuccess,
        int captured,
        String errors) {
    /// What one wrong event means for the others.
    enum Behaviour {
        /// None is recorded.
        ROLLBACK,
        /// They are recorded.
        PROCEED;

        /// The word of the standard.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws EpcisProblem if it is no such word
        static Behaviour parse(String word) {
            for (Behaviour behaviour : values()) {
                if (behaviour.word().equals(word)) {
                    return behaviour;
                }
            }
            throw EpcisProblem.of(
                    EpcisProblem.Kind.VALIDATION,
                    Headers.ERROR_BEHAVIOUR + " is rollback or proceed, not " + word,
                    Headers.ERROR_BEHAVIOUR + " 应为 rollback 或 proceed，而不是 " + word);
        }
    }

    /// As the standard shows it. Nothing runs on behind an answer, so a job that is seen is done.
    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("captureID", new Json.Text(id.toString()));
        members.put("createdAt", new Json.Text(Micros.format(createdMicros)));
        members.put("finishedAt", new Json.Text(Micros.format(finishedMicros)));
        members.put("running", new Json.Truth(false));
        members.put("success", new Json.Truth(isSuccess));
        members.put("captureErrorBehaviour", new Json.Text(behaviour.word()));
        members.put("errors", JsonReader.read(errors.getBytes(StandardCharsets.UTF_8), _ -> {}));
        return new Json.Members(members);
    }
}
