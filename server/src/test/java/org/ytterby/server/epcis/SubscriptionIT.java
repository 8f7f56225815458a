package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.server.identity.Role;
import org.ytterby.server.webhook.Webhook;

/// Named queries, and being told of what they find.
class SubscriptionIT {
    private static final String OWN_HOSTS = "ytterby.webhook-hosts";
    private static final String TOKEN = "13df38d8275b13f05704629e5f1cf3d45d6132d5";
    private static final long WAIT_S = 30;

    /// A call as it arrived.
    private record Call(String path, byte[] body, @Nullable String signature) {}

    private static final BlockingQueue<Call> CALLS = new LinkedBlockingQueue<>();
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    private static EpcisService service;
    private static HttpServer subscriber;

    @BeforeAll
    static void start() throws IOException {
        System.setProperty(OWN_HOSTS, "127.0.0.1");
        service = EpcisService.start();
        service.put("asker", "P-asked", Role.ENTERPRISE_REPORTER);
        service.put("stranger", "P-other", Role.ENTERPRISE_REPORTER);
        subscriber =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean isRefused =
                            exchange.getRequestURI().getPath().equals("/hook")
                                    && REFUSALS.getAndDecrement() > 0;
                    exchange.sendResponseHeaders(isRefused ? 503 : 204, -1);
                    exchange.close();
                    if (!isRefused) {
                        CALLS.add(
                                new Call(
                                        exchange.getRequestURI().getPath(),
                                        body,
                                        exchange.getRequestHeaders().getFirst("GS1-Signature")));
                    }
                });
        subscriber.start();
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty(OWN_HOSTS);
        subscriber.stop(0);
        service.close();
    }

    private static HttpResponse<byte[]> post(String person, String path, String body) {
        return service.post(person, path, EpcisService.bytes(body));
    }

    private static int named(String name, String query) {
        return post(
                        "asker",
                        "/epcis/queries",
                        "{\"name\":\"%s\",\"query\":%s}".formatted(name, query))
                .statusCode();
    }

    private static int event(String person, int number, String step) {
        return post(
                        person,
                        "/epcis/events",
                        """
                        {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                         "type": "ObjectEvent", "action": "ADD", "bizStep": "%s",
                         "epcList": ["https://example.org/thing/%d"],
                         "eventTime": "2026-01-01T00:00:00Z", "eventTimeZoneOffset": "+00:00"}
                        """
                                .formatted(step, number))
                .statusCode();
    }

    @Test
    void aQueryIsNamedListedAskedAndRemoved() {
        assertThat(
                        named(
                                "Named",
                                "{\"EQ_bizStep\": [\"retail_selling\"], \"orderBy\": \"eventTime\"}"))
                .isEqualTo(201);
        assertThat(named("Named", "{}")).isEqualTo(409);
        assertThat(named("Other", "{\"EQ_bizSteps\": [\"packing\"]}")).isEqualTo(400);
        assertThat(named("a/b", "{}")).isEqualTo(400);
        assertThat(EpcisService.text(service.get("asker", "/epcis/queries"))).contains("Named");
        assertThat(EpcisService.text(service.get("stranger", "/epcis/queries"))).isEqualTo("[]");
        assertThat(event("asker", 100, "retail_selling")).isEqualTo(201);
        assertThat(EpcisService.text(service.get("asker", "/epcis/queries/Named/events")))
                .contains("\"queryName\":\"Named\"", "/thing/100");
        assertThat(service.get("stranger", "/epcis/queries/Named/events").statusCode())
                .isEqualTo(404);
        assertThat(delete("stranger", "/epcis/queries/Named")).isEqualTo(404);
        assertThat(delete("asker", "/epcis/queries/Named")).isEqualTo(204);
        assertThat(service.get("asker", "/epcis/queries/Named").statusCode()).isEqualTo(404);
    }

    /// The next call of a path.
    private static Call next(String path) throws InterruptedException {
        Call call = Objects.requireNonNull(CALLS.poll(WAIT_S, TimeUnit.SECONDS));
        while (!call.path().equals(path)) {
            call = Objects.requireNonNull(CALLS.poll(WAIT_S, TimeUnit.SECONDS));
        }
        return call;
    }

    private static int delete(String person, String path) {
        return service.call(person, "DELETE", path, null, Map.of()).statusCode();
    }

    @Test
    void aSubscriberIsToldOnceSignedAndAgainAfterFailures() throws InterruptedException {
        assertThat(named("Packed", "{\"EQ_bizStep\": [\"packing\"]}")).isEqualTo(201);
        String path = "/epcis/queries/Packed/subscriptions";
        HttpResponse<byte[]> added =
                post(
                        "asker",
                        path,
                        "{\"dest\":\"http://127.0.0.1:%d/hook\",\"signatureToken\":\"%s\",\"stream\":true}"
                                .formatted(subscriber.getAddress().getPort(), TOKEN));
        assertThat(added.statusCode()).isEqualTo(201);
        REFUSALS.set(2);
        assertThat(event("asker", 1, "packing")).isEqualTo(201);
        Call call = next("/hook");
        assertThat(call.signature()).isEqualTo(Webhook.signature(call.body(), TOKEN));
        assertThat(EpcisDocument.of(JsonReader.read(call.body(), _ -> {})).events()).hasSize(1);
        assertThat(new String(call.body(), StandardCharsets.UTF_8))
                .contains("\"queryName\":\"Packed\"", "\"subscriptionID\"", "/thing/1");
        assertThat(event("stranger", 2, "packing")).isEqualTo(201);
        assertThat(event("asker", 3, "shipping")).isEqualTo(201);
        assertThat(event("asker", 4, "packing")).isEqualTo(201);
        Call next = next("/hook");
        assertThat(new String(next.body(), StandardCharsets.UTF_8))
                .contains("/thing/4")
                .doesNotContain("/thing/1\"", "/thing/2\"", "/thing/3\"");
        String location = added.headers().firstValue("Location").orElseThrow();
        assertThat(EpcisService.text(service.get("asker", location)))
                .contains("lastNotifiedAt")
                .doesNotContain(TOKEN);
        assertThat(service.get("stranger", location).statusCode()).isEqualTo(404);
        assertThat(delete("asker", location)).isEqualTo(204);
        assertThat(EpcisService.text(service.get("asker", path))).isEqualTo("[]");
    }

    @Test
    void aScheduleTellsEvenOfNothingIfAsked() throws InterruptedException {
        assertThat(named("Empty", "{\"EQ_bizStep\": [\"killing\"]}")).isEqualTo(201);
        HttpResponse<byte[]> added =
                post(
                        "asker",
                        "/epcis/queries/Empty/subscriptions",
                        "{\"dest\":\"http://127.0.0.1:%d\",\"reportIfEmpty\":true,\"schedule\":{\"second\":\"[0-59]\"}}"
                                .formatted(subscriber.getAddress().getPort()));
        assertThat(added.statusCode()).isEqualTo(201);
        Call call = next("/");
        assertThat(call.signature()).isNull();
        assertThat(new String(call.body(), StandardCharsets.UTF_8))
                .contains("\"queryName\":\"Empty\"", "\"eventList\":[]");
        assertThat(delete("asker", added.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    "dest":"http://localhost/","stream":true > dest
                    "dest":"http://[::1]/","stream":true > dest
                    "dest":"http://169.254.169.254/latest","stream":true > dest
                    "dest":"https://10.0.0.1/","stream":true > dest
                    "dest":"ftp://127.0.0.1/","stream":true > dest
                    "dest":"http://a:b@127.0.0.1/","stream":true > dest
                    "stream":true > dest
                    "dest":"http://127.0.0.1/" > stream
                    "dest":"http://127.0.0.1/","stream":true,"schedule":{"hour":"1"} > stream
                    "dest":"http://127.0.0.1/","schedule":{"hour":"25"} > schedule
                    "dest":"http://127.0.0.1/","schedule":{"hours":"1"} > schedule
                    "dest":"http://127.0.0.1/","schedule":{"hour":"1/2"} > schedule
                    "dest":"http://127.0.0.1/","stream":true,"secret":"x" > secret
                    """)
    void aSubscriptionThatCannotBeIsRefused(String fields, String named) {
        if (service.get("asker", "/epcis/queries/Refusing").statusCode() == 404) {
            assertThat(named("Refusing", "{}")).isEqualTo(201);
        }
        HttpResponse<byte[]> refused =
                post("asker", "/epcis/queries/Refusing/subscriptions", "{" + fields + "}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused))
                .contains("epcisException:SubscriptionControlsException", named);
    }
}
