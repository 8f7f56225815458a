package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a running service as anybody would: over HTTP, signed in.
final class ServiceClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    private ServiceClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /// Signs in.
    static ServiceClient signIn(URI base, String name, String password) {
        try (ServiceClient nobody = new ServiceClient(base, "")) {
            String body =
                    JSON.writeValueAsString(
                            JSON.createObjectNode().put("name", name).put("password", password));
            JsonNode answer =
                    nobody.json(
                            nobody.request("/api/v1/tokens")
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            return new ServiceClient(base, answer.path("access_token").asString());
        }
    }

    /// With a token that was got elsewhere.
    static ServiceClient withToken(URI base, String token) {
        return new ServiceClient(base, token);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Asks for a JSON answer.
    JsonNode get(String path) {
        return json(request(path));
    }

    /// Asks for a text.
    String text(String path) {
        return send(request(path));
    }

    /// Asks for bytes; empty if there are none at the path.
    Optional<byte[]> bytes(String path) {
        HttpResponse<byte[]> answer =
                answer(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw refused(answer, new String(answer.body(), StandardCharsets.UTF_8));
        }
        return Optional.of(answer.body());
    }

    /// Hands in a zipped package.
    ///
    /// @param key under which it counts once
    JsonNode handIn(Path zip, String key) {
        try {
            return json(
                    request("/api/v1/packages")
                            .header("Content-Type", "application/zip")
                            .header("Idempotency-Key", key)
                            .POST(HttpRequest.BodyPublishers.ofFile(zip)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends JSON.
    ///
    /// @param key under which it counts once
    JsonNode post(String path, JsonNode body, String key) {
        return json(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private JsonNode json(HttpRequest.Builder request) {
        return JSON.readTree(send(request));
    }

    private String send(HttpRequest.Builder request) {
        HttpResponse<String> answer = answer(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw refused(answer, answer.body());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> answer(HttpRequest asked, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(asked, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while waiting", e));
        }
    }

    private static UncheckedIOException refused(HttpResponse<?> answer, String body) {
        return new UncheckedIOException(
                new IOException(
                        "%s %s: %d %s"
                                .formatted(
                                        answer.request().method(),
                                        answer.request().uri(),
                                        answer.statusCode(),
                                        body)));
    }

    @Override
    public void close() {
        http.close();
    }
}
