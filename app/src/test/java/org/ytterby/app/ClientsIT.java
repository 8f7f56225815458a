package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.server.LedgerService;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// The clients of `examples/clients` do what they say, against a service with the example year.
class ClientsIT {
    private static final Path ROOT = Path.of(System.getProperty("ytterby.root", ".."));
    private static final String PASSWORD = "correct horse";
    private static final long PATIENCE_S = 180;

    private static Path folder;
    private static LedgerService service;
    private static Path good;
    private static Path bad;
    private static Path verifier;

    /// A client and the programs that it needs.
    enum Client {
        CURL(List.of("sh", "ledger-client.sh"), List.of("curl", "sed", "sha256sum")),
        JAVA(List.of(java(), "LedgerClient.java"), List.of()),
        PYTHON(List.of("python3", "ledger_client.py"), List.of("python3"));

        private final List<String> command;
        private final List<String> programs;

        Client(List<String> command, List<String> programs) {
            this.command = command;
            this.programs = programs;
        }

        private static String java() {
            return Path.of(System.getProperty("java.home"), "bin", "java").toString();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        folder =
                Files.createTempDirectory(
                        "ytterby-clients",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        service =
                LedgerService.start(
                        new LedgerService.Options(folder.resolve("data"), null, "127.0.0.1", 0));
        service.people()
                .put(new Caller("admin", "authority", Set.of(Role.ADMINISTRATOR)), PASSWORD);
        good = zip(ROOT.resolve("examples").resolve("national-2019"), folder.resolve("good.zip"));
        Path rows = Files.createDirectory(folder.resolve("rows"));
        Files.writeString(rows.resolve("parties.csv"), "party,name,kind\nP-1,One,baker\n");
        bad = zip(rows, folder.resolve("bad.zip"));
        verifier = Files.writeString(folder.resolve("ytterby"), verifierScript());
        Files.setPosixFilePermissions(verifier, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// What the launcher does, with the classes under test.
    private static String verifierScript() {
        return "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
                .formatted(
                        Client.java(),
                        System.getProperty("java.class.path"),
                        Ytterby.class.getName());
    }

    @AfterAll
    static void end() throws IOException {
        service.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path zip(Path tables, Path target) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target));
                Stream<Path> files = Files.list(tables)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
        }
        return target;
    }

    private record Ran(int status, String out) {}

    private static Ran run(Client client, Path zip) throws Exception {
        client.programs.forEach(
                program -> assumeTrue(isThere(program), () -> program + " is not on the path"));
        Path out = Files.createTempFile(folder, "out", "");
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(client.command));
        command.command().addAll(arguments(zip));
        command.directory(ROOT.resolve("examples").resolve("clients").toFile());
        command.environment().put("YTTERBY_PASSWORD", PASSWORD);
        command.environment().put("YTTERBY", verifier.toString());
        Process process = command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    private static List<String> arguments(Path zip) {
        return List.of("http://127.0.0.1:" + service.port(), "admin", zip.toString());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    @ParameterizedTest
    @EnumSource
    void aPackageIsHandedInFindingsAreReadAndAReceiptIsProven(Client client) throws Exception {
        Ran ran = run(client, good);
        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("accepted").containsPattern("Proven: entry|: proven");
    }

    @ParameterizedTest
    @EnumSource
    void problemsComeByRowAndColumn(Client client) throws Exception {
        Ran ran = run(client, bad);
        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.out()).contains("parties.csv").contains("kind").contains("baker");
    }

    @Test
    void aMachineSignsWhatItDeclares() throws Exception {
        List.of("curl", "openssl", "basenc")
                .forEach(program ->
                        assumeTrue(isThere(program), () -> program + " is not on the path"));
        Path key = folder.resolve("machine.pem");
        Process drawn =
                new ProcessBuilder(
                                "openssl",
                                "genpkey",
                                "-algorithm",
                                "ed25519",
                                "-out",
                                key.toString())
                        .start();
        assertThat(drawn.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        register("curl-machine", publicKey(key));
        Path rows =
                Files.writeString(
                        folder.resolve("methods.json"),
                        """
                        {"rows":[{"method":"scale","quantity":"mass","random_rel":"0.01",\
                        "systematic_rel":"0.01"}],"table":"methods"}\
                        """);
        Process process =
                new ProcessBuilder(
                                "sh",
                                "signed-declaration.sh",
                                "http://127.0.0.1:" + service.port(),
                                "curl-machine",
                                key.toString(),
                                rows.toString())
                        .directory(ROOT.resolve("examples").resolve("clients").toFile())
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        assertThat(out).contains("accepted");
    }

    private static String publicKey(Path pem) throws Exception {
        Process shown =
                new ProcessBuilder(
                                "openssl",
                                "pkey",
                                "-in",
                                pem.toString(),
                                "-pubout",
                                "-outform",
                                "DER")
                        .start();
        byte[] x509 = shown.getInputStream().readAllBytes();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private static void register(String client, String key) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + service.port());
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token =
                    http.send(
                                    json(
                                            base.resolve("/api/v1/tokens"),
                                            "{\"name\":\"admin\",\"password\":\"%s\"}"
                                                    .formatted(PASSWORD),
                                            ""),
                                    HttpResponse.BodyHandlers.ofString())
                            .body()
                            .replaceFirst(".*\"access_token\":\"([^\"]*).*", "$1");
            HttpResponse<String> added =
                    http.send(
                            json(
                                    base.resolve("/api/v1/clients"),
                                    """
                                    {"client_id":"%s","organisation":"P-1","roles":["enterprise_reporter"],"key":"%s"}
                                    """
                                            .formatted(client, key),
                                    token),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }
    }

    private static HttpRequest json(URI address, String content, String token) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build();
    }
}
