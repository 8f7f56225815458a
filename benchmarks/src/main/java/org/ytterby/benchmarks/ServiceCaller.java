package org.ytterby.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Set;
import org.ytterby.server.LedgerService;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks a service over HTTP, as an administrator and supervisor who has signed in.
/// Safe for use by several threads.
public final class ServiceCaller implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> DONE = Set.of(200, 201, 202);
    private static final String MACHINE = "study-machine";
    private static final long LIFE_S = 60;
    private static final long LOOK_MS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    /// Adds the person to a service and signs in.
    ///
    /// @throws IllegalStateException if the service refuses
    public ServiceCaller(LedgerService service, String name, String password) {
        service.people()
                .put(
                        new Caller(name, "authority", Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR)),
                        password);
        base = URI.create("http://127.0.0.1:" + service.port());
        String body =
                JSON.createObjectNode().put("name", name).put("password", password).toString();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        token = JSON.readTree(send(request)).path("access_token").asString();
    }

    /// What the service answers.
    ///
    /// @throws IllegalStateException if it refuses
    public String get(String path) {
        return send(request(path));
    }

    /// A page as somebody's browser gets it.
    ///
    /// @throws IllegalStateException if the service refuses
    public String page(String path) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Cookie", "ytterby_session=" + token));
    }

    /// Hands in a ledger package.
    ///
    /// @throws IllegalStateException if it is refused
    public void handIn(Path zip) throws IOException {
        send(
                request("/api/v1/packages")
                        .header("Content-Type", "application/zip")
                        .header("Idempotency-Key", "year")
                        .POST(HttpRequest.BodyPublishers.ofFile(zip)));
    }

    /// Captures an EPCIS document, which is on the disk when it is answered.
    ///
    /// @throws IllegalStateException if it is refused
    public void capture(String document) {
        send(
                request("/epcis/capture")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    /// Waits until the analysis has all that the ledger of a service holds.
    public static void awaitAnalysis(LedgerService service) {
        while (service.analysis().position() < service.ledger().size()) {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting", e);
            }
        }
    }

    /// Sends JSON under an idempotency key.
    ///
    /// @throws IllegalStateException if it is refused
    public void post(String path, String json, String key) {
        send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// What signs the person in.
    public String token() {
        return token;
    }

    /// Registers a machine with a key, and signs it in.
    ///
    /// @param organisation that it reports for
    /// @throws IllegalStateException if the service refuses
    public String machineToken(String organisation, KeyPair keys) {
        post(
                "/api/v1/clients",
                JSON.createObjectNode()
                        .put("client_id", MACHINE)
                        .put("organisation", organisation)
                        .put("key", MachineKeys.text(keys))
                        .set("roles", JSON.createArrayNode().add("enterprise_reporter"))
                        .toString(),
                MACHINE);
        URI address = base.resolve("/oauth2/token");
        String claims =
                JSON.createObjectNode()
                        .put("iss", MACHINE)
                        .put("sub", MACHINE)
                        .put("aud", address.toString())
                        .put("exp", Instant.now().getEpochSecond() + LIFE_S)
                        .put("jti", MACHINE)
                        .toString();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&client_assertion_type="
                                                + "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                                                + "&client_assertion="
                                                + MachineKeys.token(keys, claims)));
        return JSON.readTree(send(request)).path("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!DONE.contains(answer.statusCode())) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
