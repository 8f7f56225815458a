package org.ytterby.server.epcis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.server.LedgerService;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerReader;

/// A running service in a folder of its own, and somebody who asks it over HTTP.
final class EpcisService implements AutoCloseable {
    private static final String PASSWORD = "a password for tests";

    private final Path folder;
    private final LedgerService service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();

    private EpcisService(Path folder, LedgerService service) {
        this.folder = folder;
        this.service = service;
    }

    static EpcisService start() throws IOException {
        Path folder = Files.createTempDirectory("ytterby-epcis");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new EpcisService(
                folder,
                LedgerService.start(new LedgerService.Options(folder, null, "127.0.0.1", 0)));
    }

    /// Makes somebody a member of an organisation; the token that they have stays valid.
    void put(String person, String organisation, Role role) {
        service.people().put(new Caller(person, organisation, Set.of(role)), PASSWORD);
    }

    LedgerReader ledger() {
        return service.ledger();
    }

    private String token(String person) {
        return tokens.computeIfAbsent(
                person,
                name -> {
                    String body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
                    Json answer =
                            json(send(request("/api/v1/tokens", "POST", bytes(body), Map.of())));
                    return String.valueOf(((Json.Members) answer).text("access_token"));
                });
    }

    HttpResponse<byte[]> get(String person, String path) {
        return call(person, "GET", path, null, Map.of());
    }

    HttpResponse<byte[]> post(String person, String path, byte[] body) {
        return call(person, "POST", path, body, Map.of());
    }

    HttpResponse<byte[]> call(
            String person,
            String method,
            String path,
            byte @Nullable [] body,
            Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        if (!person.isEmpty()) {
            all.put("Authorization", "Bearer " + token(person));
        }
        return send(request(path, method, body, all));
    }

    private HttpRequest request(
            String path, String method, byte @Nullable [] body, Map<String, String> headers) {
        URI uri =
                URI.create(
                        path.startsWith("http")
                                ? path
                                : "http://127.0.0.1:" + service.port() + path.replace("|", "%7C"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Json json(HttpResponse<byte[]> response) {
        return JsonReader.read(response.body(), _ -> {});
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() throws IOException {
        service.close();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
