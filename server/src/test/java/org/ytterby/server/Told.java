package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import tools.jackson.databind.JsonNode;

/// What people send to be decided, and what they are told.
final class Told {
    private Told() {}

    /// Sends what nobody sent before.
    static Answer post(Person person, String path, String json) throws Exception {
        return person.post(path, json, UUID.randomUUID().toString());
    }

    static void taken(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static void refused(String code, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        JsonNode body = answer.json();
        JsonNode one = body.has("answers") ? body.path("answers").get(0).path("answer") : body;
        assertThat(one.path("reason").path("code").asString()).isEqualTo(code);
        assertThat(one.path("reason").path("message_zh").asString()).isNotEmpty();
    }

    /// Rows of a table.
    static void declare(Person person, String table, String... rows) throws Exception {
        taken(
                post(
                        person,
                        "/api/v1/declarations",
                        "{\"table\":\"%s\",\"rows\":[%s]}"
                                .formatted(table, String.join(",", rows))));
    }

    /// What approves a proposal.
    static String approval(String proposal) {
        return "{\"proposals\":[\"" + proposal + "\"]}";
    }
}
