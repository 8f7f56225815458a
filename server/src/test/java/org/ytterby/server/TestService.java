package org.ytterby.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Issuer;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A service on an empty folder, and people who sign in to it.
///
/// With `ytterby.database-url`, `-user` and `-password` set it runs on that server instead of the
/// embedded one; its database must be empty.
public final class TestService implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    /// The token of forms that begins with as many zero bytes, in base 64: the mask is none.
    private static final String FORM_TOKEN =
            Base64.getUrlEncoder().encodeToString("\0\0\0\0form".getBytes(StandardCharsets.UTF_8));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable Issuer issuer;
    private LedgerService service;

    public TestService() throws IOException {
        this(null);
    }

    /// @param issuer whose tokens count too; null for none
    public TestService(@Nullable Issuer issuer) throws IOException {
        this.issuer = issuer;
        folder =
                Files.createTempDirectory(
                        "ytterby-service",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        service = start();
    }

    private LedgerService start() {
        String url = System.getProperty("ytterby.database-url");
        LedgerService.Database external =
                url == null
                        ? null
                        : new LedgerService.Database(
                                url,
                                System.getProperty("ytterby.database-user", "ytterby"),
                                System.getProperty("ytterby.database-password", ""));
        return LedgerService.start(
                new LedgerService.Options(
                        folder, external, "127.0.0.1", 0, Operation.PLAIN, issuer, null));
    }

    public LedgerService service() {
        return service;
    }

    /// Any part of the application.
    public <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    public Path folder() {
        return folder;
    }

    /// Ends the service and starts it again on the same data.
    public void restart() {
        service.close();
        service = start();
    }

    /// Where it listens.
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    /// Somebody signed in.
    public Person person(String name, String organisation, Role... roles) throws Exception {
        return person(new Caller(name, organisation, Set.of(roles)));
    }

    /// Somebody signed in.
    public Person person(Caller caller) throws Exception {
        String name = caller.name();
        service.people().put(caller, PASSWORD);
        Answer answer =
                new Person("")
                        .post(
                                "/api/v1/tokens",
                                JSON.writeValueAsString(
                                        JSON.createObjectNode()
                                                .put("name", name)
                                                .put("password", PASSWORD)),
                                "");
        return new Person(answer.json().path("access_token").asString());
    }

    /// Whoever bears a token.
    public Person bearer(String token) {
        return new Person(token);
    }

    /// Has a second person approve the grants of a kind that wait.
    private void approveAll(String kind, Role role) throws Exception {
        Person second = person("second-" + kind, "authority", role);
        ArrayNode names = JSON.createArrayNode();
        for (JsonNode proposal :
                second.get("/api/v1/proposals?state=proposed&limit=1000").json().path("items")) {
            if (proposal.path("about").path("subject").asString().startsWith(kind + ":")) {
                names.add(proposal.path("proposal").asString());
            }
        }
        if (!names.isEmpty()) {
            Answer answer =
                    second.post(
                            "/api/v1/proposals/approvals",
                            JSON.createObjectNode().set("proposals", names).toString(),
                            "approve-" + names.get(0).asString());
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    /// Nobody in particular.
    public Person nobody() {
        return new Person("");
    }

    /// What came back.
    public record Answer(int status, String body, HttpHeaders headers) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /// Who asks, by token.
    public final class Person {
        private final String token;

        private Person(String token) {
            this.token = token;
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
            return token.isEmpty()
                    ? request
                    : request.header("Authorization", "Bearer " + token)
                            .header("Cookie", "ytterby_session=" + token + "; XSRF-TOKEN=form")
                            .header("X-XSRF-TOKEN", FORM_TOKEN);
        }

        /// What signs the person in.
        public String token() {
            return token;
        }

        /// Asks with headers of one's own, and gets the answer as it came.
        ///
        /// @param headers names and values in turn
        public HttpResponse<byte[]> fetch(String path, String... headers) throws Exception {
            HttpRequest.Builder request = request(path);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        /// Asks for something that does not end.
        public HttpResponse<InputStream> listen(String path, String... headers) throws Exception {
            HttpRequest.Builder request = request(path);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        }

        public Answer get(String path) throws Exception {
            return TestService.this.send(request(path));
        }

        /// Sends JSON by any method; none for an empty text.
        public Answer send(String method, String path, String json) throws Exception {
            return TestService.this.send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    json.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(json)));
        }

        public Answer post(String path, String json, String key) throws Exception {
            HttpRequest.Builder request =
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json));
            return TestService.this.send(
                    key.isEmpty() ? request : request.header("Idempotency-Key", key));
        }

        /// Hands in the tables of a folder, and has its plans and licences approved.
        public Answer handIn(Path folderOfTables, String key) throws Exception {
            Path zip = zipped(folderOfTables);
            try {
                Answer answer =
                        TestService.this.send(
                                request("/api/v1/packages")
                                        .header("Content-Type", "application/zip")
                                        .header("Idempotency-Key", key)
                                        .POST(HttpRequest.BodyPublishers.ofFile(zip)));
                approveAll("plan", Role.PLAN_OFFICER);
                approveAll("licence", Role.EXPORT_DECIDER);
                return answer;
            } finally {
                Files.delete(zip);
            }
        }

        /// Any method, without a body; hears the status and no more, because some answers never
        /// end.
        public Answer ask(String method, String path, String type) throws Exception {
            HttpResponse<InputStream> answer =
                    http.send(
                            request(path)
                                    .header("Content-Type", type)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return new Answer(answer.statusCode(), "", answer.headers());
        }
    }

    /// A form, as machines send it to ask for a token.
    public Answer form(String path, String authorization, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer.headers());
    }

    /// An archive of one file.
    static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Path zipped(Path folder) throws IOException {
        Path zip = Files.createTempFile("tables", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
            }
        }
        return zip;
    }

    /// Waits until the index has all that the ledger holds.
    public void awaitAnalysis() throws InterruptedException {
        long size = service.ledger().size();
        while (service.analysis().position() < size) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        http.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
