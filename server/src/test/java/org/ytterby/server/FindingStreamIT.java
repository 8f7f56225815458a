package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// Findings as they come and go, heard by a listener.
@ExtendWith(ExampleService.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FindingStreamIT {
    private static final String STREAM = "/api/v1/findings/stream";

    private static TestService service;
    private static Person supervisor;
    private static Person admin;

    @BeforeAll
    static void signIn(TestService shared) throws Exception {
        service = shared;
        supervisor = service.person("stream-supervisor", "authority", Role.SUPERVISOR);
        admin = service.person("stream-admin", "authority", Role.ADMINISTRATOR);
    }

    /// One event; `name` is empty for a heartbeat.
    private record Event(String name, String id, String data) {}

    /// Reads events one by one.
    private static final class Ear implements AutoCloseable {
        private final BufferedReader lines;

        Ear(Person person, String... headers) throws Exception {
            HttpResponse<InputStream> answer = person.listen(STREAM, headers);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            lines =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /// The next event; null after the end.
        @Nullable Event next() throws IOException {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !fields.isEmpty()) {
                    return new Event(
                            fields.getOrDefault("event", ""),
                            fields.getOrDefault("id", ""),
                            fields.getOrDefault("data", ""));
                }
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return null;
        }

        /// Events up to and with the next `position`.
        List<Event> generation() throws IOException {
            List<Event> events = new ArrayList<>();
            do {
                events.add(Objects.requireNonNull(next()));
            } while (!events.getLast().name.equals("position"));
            return events;
        }

        /// Listens until something is told of a record.
        ///
        /// @return the position at which it was
        long until(String name, String record) throws IOException {
            List<Event> events = generation();
            while (rows(events, name, record) == 0) {
                events = generation();
            }
            return Long.parseLong(events.getLast().id);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /// A plant without a permit to mine says that it mined.
    private static void declareMined(String record) throws Exception {
        declare(
                "assays",
                """
                {"assay":"A-%1$s","subject":"%1$s-lot","basis":"oxide","treo":"0.5","Ce":"1"}
                """
                        .formatted(record),
                "A-" + record);
        declare(
                "flows",
                """
                {"record":"%1$s","type":"extraction","time":"2019-12-20T10:00:00+08:00",
                 "facility":"SEP-01","direction":"out","lot":"%1$s-lot","product":"conc-mixed",
                 "mass_kg":"5000"}
                """
                        .formatted(record),
                record);
    }

    private static void declareCancelled(String record, String corrects) throws Exception {
        declare(
                "flows",
                """
                {"record":"%s","type":"cancellation","time":"2019-12-21T10:00:00+08:00",
                 "facility":"SEP-01","corrects":"%s"}
                """
                        .formatted(record, corrects),
                record);
    }

    private static void declare(String table, String row, String key) throws Exception {
        String body = "{\"table\":\"%s\",\"rows\":[%s]}".formatted(table, row);
        TestService.Answer answer = admin.post("/api/v1/declarations", body, key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static long rows(List<Event> events, String name, String record) {
        return events.stream()
                .filter(event -> event.name.equals(name) && event.data.contains(record))
                .count();
    }

    @Test
    void aListenerHearsWhatComesAndWhatGoes() throws Exception {
        JsonNode list = supervisor.get("/api/v1/findings?limit=1").json();
        String position = list.path("position").asString();
        try (Ear ear = new Ear(supervisor, "Last-Event-ID", position)) {
            assertThat(ear.generation()).hasSize(1).allMatch(event -> event.id.equals(position));
            declareMined("STREAM-1");
            assertThat(ear.until("new", "STREAM-1")).isGreaterThan(Long.parseLong(position));
            declareCancelled("STREAM-2", "STREAM-1");
            ear.until("gone", "STREAM-1");
        }
        declareMined("STREAM-3");
        service.awaitAnalysis();
        try (Ear ear = new Ear(supervisor, "Last-Event-ID", position)) {
            List<Event> missed = ear.generation();
            assertThat(rows(missed, "new", "STREAM-3")).as("what was missed").isPositive();
            assertThat(rows(missed, "new", "STREAM-1")).as("came and went unheard").isZero();
        }
    }

    @Test
    void anEnterpriseHearsOfItsOwnMattersOnly() throws Exception {
        Person mine =
                service.person("stream-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        String position = mine.get("/api/v1/findings?limit=1").json().path("position").asString();
        try (Ear ear = new Ear(mine, "Last-Event-ID", position)) {
            ear.generation();
            declareMined("STREAM-4");
            service.awaitAnalysis();
            long last = service.service().analysis().position();
            List<Event> events = ear.generation();
            while (Long.parseLong(events.getLast().id) < last) {
                events.addAll(ear.generation());
            }
            assertThat(rows(events, "new", "STREAM-4")).isZero();
        }
    }

    @Test
    void onlySoManyListenersOfOneCaller() throws Exception {
        Person busy = service.person("stream-busy", "authority", Role.SUPERVISOR);
        List<Ear> ears = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                ears.add(new Ear(busy));
                ears.getLast().generation();
            }
            HttpResponse<byte[]> refused = busy.fetch(STREAM);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
            assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("too many listeners")
                    .contains("监听连接过多");
        } finally {
            for (Ear ear : ears) {
                ear.close();
            }
        }
        assertThat(supervisor.fetch(STREAM, "Last-Event-ID", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void aServiceThatEndsEndsItsStreamsAndRemembersNoFindingsOfBefore() throws Exception {
        try (Ear ear = new Ear(supervisor)) {
            ear.generation();
            service.restart();
            assertThat(ear.next()).as("the end, not a broken connection").isNull();
        }
        service.awaitAnalysis();
        try (Ear ear = new Ear(supervisor, "Last-Event-ID", "1")) {
            List<Event> all = ear.generation();
            assertThat(all.getFirst().name).isEqualTo("reset");
            int total = supervisor.get("/api/v1/findings?limit=1").json().path("total").asInt();
            assertThat(all.stream().filter(event -> event.name.equals("new"))).hasSize(total);
        }
    }
}
