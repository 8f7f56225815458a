package org.ytterby.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A service on an empty folder, and people who sign in to it.
///
/// With `ytterby.database-url`, `-user` and `-password` set it runs on that server instead of the
/// embedded one; its database must be empty.
public final class TestService implements AutoCloseable {
    private static final String PASSWORD = "correct horse";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private LedgerService service;

    public TestService() throws IOException {
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
        return LedgerService.start(new LedgerService.Options(folder, external, "127.0.0.1", 0));
    }

    public LedgerService service() {
        return service;
    }

    public Path folder() {
        return folder;
    }

    /// Ends the service and starts it again on the same data.
    public void restart() {
        service.close();
        service = start();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    /// Somebody signed in.
    public Person person(String name, String organisation, Role... roles) throws Exception {
        service.people().put(new Caller(name, organisation, Set.of(roles)), PASSWORD);
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
    public record Answer(int status, String body) {
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
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        public Answer get(String path) throws Exception {
            return send(request(path));
        }

        public Answer post(String path, String json, String key) throws Exception {
            HttpRequest.Builder request =
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json));
            return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
        }

        /// Hands in the tables of a folder, and has its plans and licences approved.
        public Answer handIn(Path folderOfTables, String key) throws Exception {
            Path zip = zipped(folderOfTables);
            try {
                Answer answer =
                        send(
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

        /// Any method, without a body.
        public Answer ask(String method, String path, String type) throws Exception {
            return send(
                    request(path)
                            .header("Content-Type", type)
                            .method(method, HttpRequest.BodyPublishers.noBody()));
        }
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
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
