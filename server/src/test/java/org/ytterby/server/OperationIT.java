package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.logging.LoggingSystem;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerAudit;
import org.ytterby.server.ledger.LedgerUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service as an operator has it: watched, taken over by a second one, stopped under load.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationIT {
    private static final String PASSWORD = "a password that no log may show";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();
    private static final PrintStream ERR = System.err;
    private static final int SENDERS = 8;

    private static TestDatabases databases;
    private static LedgerService.Database database;
    private static Path data;
    private static LedgerService first;
    private static LedgerService second;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        databases = new TestDatabases();
        database = databases.make();
        data = TestDatabases.folder("ytterby-operation");
        System.setErr(new PrintStream(LOGGED, true, StandardCharsets.UTF_8));
        // a service of another test may still be there, whose configuration would hold
        LoggingSystem.get(OperationIT.class.getClassLoader()).cleanUp();
        System.setProperty( // that of the tests keeps silent
                "logging.config",
                Path.of("src/main/resources/logback-service.xml").toUri().toString());
        first =
                service(
                        new Operation(
                                new Operation.Metrics("127.0.0.1", 0),
                                Operation.LogFormat.JSON,
                                true,
                                null));
        second = first; // until there is another
        first.people().put(new Caller("admin", "authority", Set.of(Role.ADMINISTRATOR)), PASSWORD);
        HttpResponse<String> signedIn =
                post(
                        first,
                        "/api/v1/tokens",
                        "{\"name\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD),
                        Map.of());
        token = JSON.readTree(signedIn.body()).path("access_token").asString();
    }

    private static LedgerService service(Operation operation) {
        return LedgerService.start(
                new LedgerService.Options(data, database, "127.0.0.1", 0, operation, null, null));
    }

    @AfterAll
    static void close() {
        System.setErr(ERR);
        System.clearProperty("logging.config");
        first.close();
        if (second != first) {
            second.close();
        }
        databases.close();
        TestDatabases.delete(data);
        HTTP.close();
    }

    private static HttpResponse<String> get(int port, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(request(port, path, headers));
    }

    private static HttpResponse<String> post(
            LedgerService service, String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(
                request(service.port(), path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(int port, String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Declares one and the same fact under a key.
    private static HttpResponse<String> declare(LedgerService service, String key)
            throws IOException, InterruptedException {
        return post(
                service,
                "/api/v1/declarations",
                """
                {"table":"parties","rows":[{"party":"91990000482710020B","name":"橡树稀土集团（虚构）",\
                "name_en":"Oak Rare Earth Group (fictional)","kind":"group","country":"CN"}]}\
                """,
                Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key));
    }

    @Test
    @Order(0)
    void aStartThatCannotBeIsRefusedForItsOwnReason() throws IOException, SQLException {
        LedgerService.Database nowhere =
                new LedgerService.Database("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");
        assertThatThrownBy(() -> start(nowhere, 0))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("127.0.0.1:1/none");
        LedgerService.Database another = databases.make();
        assertThatThrownBy(() -> start(another, first.port())).isInstanceOf(PortTaken.class);
        assertThatThrownBy(() -> start(database, first.port())).isInstanceOf(PortTaken.class);
        assertThat(first.writer().isWriting()).as("was not taken over").isTrue();
    }

    private static void start(LedgerService.Database on, int port) throws IOException {
        Path folder = TestDatabases.folder("ytterby-start");
        try {
            LedgerService.start(new LedgerService.Options(folder, on, "127.0.0.1", port)).close();
        } finally {
            TestDatabases.delete(folder);
        }
    }

    @Test
    void aDatabaseThatSaysNothingIsNotWaitedForForEver() throws SQLException {
        try (Connection connection = first.bean(DataSource.class).getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
    }

    @Test
    @Order(1)
    void prometheusScrapesThePortForMetricsAndNoOther() throws Exception {
        HttpResponse<String> declared = declare(first, "once");
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
        String scraped = get(first.metricsPort(), "/actuator/prometheus", Map.of()).body();
        for (String meter :
                List.of(
                        "ytterby_submissions_total{code=\"\",outcome=\"accepted\"} ",
                        "ytterby_submissions_total{code=\"overdraft\",outcome=\"refused\"} 0",
                        "ytterby_batch_submissions_count ",
                        "ytterby_commit_seconds_bucket{le=\"0.1\"} ",
                        "ytterby_submissions_waiting 0",
                        "ytterby_ledger_writing 1",
                        "ytterby_ledger_position ",
                        "ytterby_log_lag_entries ",
                        "ytterby_checkpoint_age_seconds ",
                        "ytterby_analysis_lag_entries ",
                        "ytterby_findings{severity=\"high\"} ",
                        "ytterby_epcis_events_total ",
                        "http_server_requests_seconds_count{",
                        "jvm_memory_used_bytes{")) {
            assertThat(scraped).contains(meter);
        }
        assertThat(get(first.port(), "/actuator/prometheus", Map.of()).statusCode())
                .isIn(401, 403, 404);
        assertThat(get(first.metricsPort(), "/api/v1/findings", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(get(first.metricsPort(), "/actuator/env", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void aRequestBearsAnIdInTheAnswerAndInTheLog() throws Exception {
        assertThat(
                        get(first.port(), "/livez", Map.of("X-Request-Id", "from-the-proxy.1"))
                                .headers()
                                .firstValue("X-Request-Id"))
                .contains("from-the-proxy.1");
        String made =
                get(first.port(), "/livez", Map.of("X-Request-Id", "two words"))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow();
        assertThat(made).matches("[0-9a-f-]{36}");
        get(
                first.port(),
                "/api/v1/findings?secret=in-a-parameter",
                Map.of("X-Request-Id", "who-asks", "Authorization", "Bearer " + token));
        JsonNode line = line("who-asks");
        assertThat(line.path("caller").asString()).isEqualTo("admin");
        assertThat(line.path("organisation").asString()).isEqualTo("authority");
        assertThat(line.path("path").asString()).isEqualTo("/api/v1/findings");
        assertThat(line("from-the-proxy.1").has("caller")).isFalse();
    }

    /// The line that was logged for a request.
    private static JsonNode line(String requestId) throws InterruptedException {
        long patience = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < patience) {
            for (String line : logged().lines().toList()) {
                if (line.contains("\"" + requestId + "\"")) {
                    return JSON.readTree(line);
                }
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no line of " + requestId + " in\n" + logged());
    }

    private static String logged() {
        return LOGGED.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Order(3)
    void noSecretIsLogged() throws Exception {
        post(
                first,
                "/api/v1/tokens",
                "{\"name\":\"admin\",\"password\":\"a wrong password\"}",
                Map.of());
        post(first, "/api/v1/tokens", "{\"name\":\"admin\",\"password\":\"half", Map.of());
        get(first.port(), "/api/v1/findings", Map.of("Authorization", "Bearer of-nobody"));
        String all = logged();
        assertThat(all).contains("/api/v1/tokens");
        assertThat(all)
                .doesNotContain(
                        PASSWORD,
                        token,
                        "a wrong password",
                        "of-nobody",
                        "in-a-parameter",
                        database.password(),
                        "PRIVATE+KEY");
        assertThat(all.lines().filter(line -> !line.isBlank())).allMatch(OperationIT::isJson);
    }

    private static boolean isJson(String line) {
        return JSON.readTree(line).isObject();
    }

    @Test
    @Order(4)
    void aServerThatIsTakenOverTurnsRequestsAway() throws Exception {
        assertThat(get(first.port(), "/readyz", Map.of()).statusCode()).isEqualTo(200);
        Map<String, Long> acked = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> senders = senders(first, acked, stop, "before-");
        while (acked.size() < 40) {
            Thread.onSpinWait();
        }
        second = service(Operation.PLAIN);
        while (get(first.port(), "/readyz", Map.of()).statusCode() == 200) {
            Thread.onSpinWait();
        }
        stop.set(true);
        join(senders);
        assertThat(get(first.port(), "/readyz", Map.of()).statusCode()).isEqualTo(503);
        assertThat(get(first.port(), "/livez", Map.of()).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = declare(first, "too-late");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(get(second.port(), "/readyz", Map.of()).statusCode()).isEqualTo(200);
        requireKept(second, acked);
        assertThat(get(first.metricsPort(), "/actuator/prometheus", Map.of()).body())
                .contains("ytterby_ledger_writing 0");
    }

    @Test
    @Order(5)
    void stoppedUnderLoadItAnswersWhatWasAskedAndLosesNothing() throws Exception {
        Map<String, Long> acked = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> senders = senders(second, acked, stop, "stop-");
        while (acked.size() < 40) {
            Thread.onSpinWait();
        }
        second.close();
        stop.set(true);
        join(senders);
        second = service(Operation.PLAIN);
        requireKept(second, acked);
        LedgerAudit.Outcome audit = LedgerAudit.of(second.source());
        assertThat(audit.difference()).isEmpty();
    }

    private static List<Thread> senders(
            LedgerService service, Map<String, Long> acked, AtomicBoolean stop, String prefix) {
        return new ArrayList<>(
                IntStream.range(0, SENDERS)
                        .mapToObj(s ->
                                Thread.ofVirtual()
                                        .start(() -> send(service, acked, stop, prefix + s)))
                        .toList());
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Sends until it is told to stop or nobody listens any more; whatever else comes back than an
    /// answer of the ledger or a refusal for now is an error.
    private static void send(
            LedgerService service, Map<String, Long> acked, AtomicBoolean stop, String name) {
        for (int i = 0; !stop.get(); i++) {
            String key = name + "-" + i;
            try {
                HttpResponse<String> answer = declare(service, key);
                Matcher position = Pattern.compile("\"position\":(\\d+)").matcher(answer.body());
                if (answer.statusCode() == 200 && position.find()) {
                    acked.put(key, Long.parseLong(position.group(1)));
                } else if (answer.statusCode() != 503 && answer.statusCode() != 429) {
                    acked.put(key + " " + answer.statusCode() + answer.body(), -1L);
                }
            } catch (IOException e) {
                return; // nobody listens: nothing was acknowledged
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Whatever was acknowledged is known under its key, at its place.
    private static void requireKept(LedgerService service, Map<String, Long> acked)
            throws Exception {
        assertThat(acked.values()).doesNotContain(-1L);
        for (Map.Entry<String, Long> once : acked.entrySet()) {
            HttpResponse<String> again = declare(service, once.getKey());
            assertThat(again.body()).contains("\"position\":" + once.getValue());
        }
    }
}
