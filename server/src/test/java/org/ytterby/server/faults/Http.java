package org.ytterby.server.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ytterby.server.ServiceChild;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a service as anybody outside would.
final class Http {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Http() {}

    /// Somebody who signed in.
    static String token(URI base, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(
                        request(base, "/api/v1/tokens", "")
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"name\":\"%s\",\"password\":\"%s\"}"
                                                        .formatted(name, ServiceChild.PASSWORD))));
        return json(answer).path("access_token").asString();
    }

    /// Opens `plan:P-1` for the organisation P1, as two people do.
    static void grant(URI base, String adminToken, String officerToken, long tonnes)
            throws IOException, InterruptedException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("plans.csv"));
            out.write(
                    """
                    plan,year,batch,kind,ore_type,holder,tonnes_reo,issued_on
                    P-1,2026,1,mining,rock,P1,%d,2026-01-01
                    """
                            .formatted(tonnes)
                            .getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer =
                send(
                        request(base, "/api/v1/packages", adminToken)
                                .header("Content-Type", "application/zip")
                                .header("Idempotency-Key", "plans")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(zip.toByteArray())));
        if (answer.statusCode() != 200) {
            throw new AssertionError("no plan: " + answer.body());
        }
        HttpResponse<String> approved =
                post(
                        base,
                        "/api/v1/proposals/approvals",
                        officerToken,
                        "approval",
                        "{\"proposals\":%s}".formatted(json(answer).path("proposals")));
        if (approved.statusCode() != 200) {
            throw new AssertionError("the plan is not approved: " + approved.body());
        }
    }

    static HttpResponse<String> get(URI base, String path, String token)
            throws IOException, InterruptedException {
        return send(request(base, path, token).GET());
    }

    static HttpResponse<String> post(URI base, String path, String token, String key, String body)
            throws IOException, InterruptedException {
        return send(
                request(base, path, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> send(URI base, RequestMaker.Request asked, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(base, asked.path(), token);
        asked.headers().forEach(request::header);
        if (!asked.type().isEmpty()) {
            request.header("Content-Type", asked.type());
        }
        return send(
                request.method(
                        asked.method().toUpperCase(Locale.ROOT),
                        HttpRequest.BodyPublishers.ofByteArray(asked.body())));
    }

    private static HttpRequest.Builder request(URI base, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
