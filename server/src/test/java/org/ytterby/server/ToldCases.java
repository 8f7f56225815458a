package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;

/// Cases whose steps are told, and waiting until they are.
///
/// @param supervisor who opens them
/// @param name of the supervisor
record ToldCases(TestService service, Person supervisor, String name) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger SENT = new AtomicInteger();

    Answer send(Person person, String path, String json) throws Exception {
        Answer answer = person.post("/api/v1" + path, json, name + "-" + SENT.incrementAndGet());
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    /// Opens a case on SOME_PARTY.
    void open(String caseName) throws Exception {
        open(caseName, ExampleService.SOME_PARTY);
    }

    /// Opens a case on a party, by way of a tip-off.
    void open(String caseName, String party) throws Exception {
        service.nobody().post("/api/v1/tip-offs", "{\"text\":\"lorries\"}", "");
        String number =
                supervisor
                        .get("/api/v1/tip-offs?limit=1")
                        .json()
                        .path("items")
                        .get(0)
                        .path("number")
                        .asString();
        send(
                supervisor,
                "/cases",
                "{\"name\":\"%s\",\"finding\":\"tip-off-%s\",\"assigned\":\"%s\",\"party\":\"%s\"}"
                        .formatted(caseName, number, name, party));
    }

    /// Waits until all that the ledger holds was told.
    void awaitAll() throws Exception {
        long size = service.service().ledger().size();
        await(() -> progress("position") >= size);
    }

    /// How far notices have come.
    long progress(String column) {
        return service.bean(JdbcClient.class)
                .sql("SELECT " + column + " FROM notices.progress")
                .query(Long.class)
                .single();
    }

    static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            Thread.sleep(20);
        }
    }
}
