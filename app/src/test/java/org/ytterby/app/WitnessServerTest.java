package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.proof.Cosignature;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SmallLog;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.Witness;

/// A witness on the loopback address.
class WitnessServerTest {
    private static final SmallLog LOG = new SmallLog(40);
    private static final String ORIGIN = Keys.LOG.verifier().name();

    @TempDir private Path state;

    private WitnessStore store() {
        return new WitnessStore(state, Keys.CUSTOMS.verifier());
    }

    private static WitnessServer server(WitnessStore store) throws IOException {
        WitnessServer server =
                new WitnessServer(
                        new Witness(Keys.CUSTOMS, List.of(Keys.LOG.verifier())),
                        store,
                        InstantSource.fixed(Instant.ofEpochSecond(Keys.NOW_S)),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.start();
        return server;
    }

    private static HttpResponse<String> send(WitnessServer server, String path, String... body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (body.length > 0) {
            request.POST(HttpRequest.BodyPublishers.ofString(body[0]));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aLogIsCosignedAcrossRestarts() throws Exception {
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            HttpResponse<String> first = send(server, "/add-checkpoint", LOG.request(0, 10));
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).startsWith("— customs.example/w1 ").endsWith("\n");
        }
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            HttpResponse<String> conflict = send(server, "/add-checkpoint", LOG.request(0, 20));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("10\n");
            assertThat(send(server, "/add-checkpoint", LOG.request(10, 20)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void monitorsReadTheNewestCheckpoint() throws Exception {
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            String path = "/" + Cosignature.originHash(ORIGIN) + "/checkpoint";
            assertThat(send(server, path).statusCode()).isEqualTo(404);
            send(server, "/add-checkpoint", LOG.request(0, 10));
            SignedNote note =
                    SignedNote.parse(send(server, path).body().getBytes(StandardCharsets.UTF_8));
            TrustPolicy policy =
                    new TrustPolicy(Keys.LOG.verifier(), List.of(Keys.CUSTOMS.verifier()), 1);
            assertThat(policy.trusted(note).checkpoint().size()).isEqualTo(10);
            assertThat(policy.trusted(note).cosignatures())
                    .containsExactly(new Cosignature("customs.example/w1", Keys.NOW_S));
        }
    }

    /// Many requests from one old size at once: one is cosigned, the record never goes back.
    @Test
    void requestsAtOnceAreDecidedOneByOne() throws Exception {
        try (WitnessStore store = store();
                WitnessServer server = server(store);
                var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> requests =
                    IntStream.rangeClosed(1, 16)
                            .<Callable<Integer>>mapToObj(size ->
                                    () ->
                                            send(server, "/add-checkpoint", LOG.request(0, size))
                                                    .statusCode())
                            .toList();
            List<Integer> answers =
                    threads.invokeAll(requests).stream().map(f -> f.resultNow()).toList();
            assertThat(answers).containsOnlyOnce(200);
            assertThat(answers).allMatch(status -> status == 200 || status == 409);
        }
    }

    @Test
    void otherRequestsAreRefused() throws Exception {
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            assertThat(send(server, "/add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(send(server, "/add-checkpoint", "nonsense").statusCode()).isEqualTo(400);
            assertThat(send(server, "/add-checkpoint/x", "").statusCode()).isEqualTo(404);
            assertThat(send(server, "/../etc/checkpoint").statusCode()).isEqualTo(404);
            assertThat(send(server, "/add-checkpoint", "x".repeat(2 << 20)).statusCode())
                    .isEqualTo(413);
        }
    }

    /// Clients that begin a request and then say nothing.
    @Test
    void silentClientsKeepNobodyWaiting() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            for (int i = 0; i < 32; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                silent.add(socket);
                socket.getOutputStream()
                        .write(
                                "POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(send(server, "/add-checkpoint", LOG.request(0, 10)).statusCode())
                    .isEqualTo(200);
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void whatCannotBeRecordedIsNotCosigned() throws Exception {
        try (WitnessStore store = store();
                WitnessServer server = server(store)) {
            Files.writeString(state.resolve(Cosignature.originHash(ORIGIN)), "in the way");
            HttpResponse<String> answer = send(server, "/add-checkpoint", LOG.request(0, 10));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("customs.example");
        }
    }

    @Test
    void aSecondWitnessOnTheSameFolderIsRefused() {
        try (WitnessStore _ = store()) {
            assertThatThrownBy(this::store).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aStateThatThisWitnessDidNotSignStopsIt() throws IOException {
        Path home = Files.createDirectories(state.resolve(Cosignature.originHash(ORIGIN)));
        String forged = LOG.signed(10).toString().replace("\n10\n", "\n11\n");
        Files.writeString(home.resolve("checkpoint"), forged);
        Path key = Files.writeString(state.resolve("k"), Keys.CUSTOMS.secretText());
        Shell shell =
                Shell.run(
                        new WitnessCommand(),
                        "--key",
                        key.toString(),
                        "--log-key",
                        Keys.LOG.verifier().toString(),
                        "--state",
                        state.toString(),
                        "--lang",
                        "en");
        assertThat(shell.status()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("cannot be believed");
    }
}
