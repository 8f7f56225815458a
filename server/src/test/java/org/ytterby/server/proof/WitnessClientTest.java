package org.ytterby.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ytterby.core.proof.CosignatureRequest;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SmallLog;

/// A client beside a witness that says what it is told to.
class WitnessClientTest {
    private static final int SIZE = 20;
    private static final SmallLog LOG = new SmallLog(SIZE);
    private static final String COSIGNED = LOG.signed(SIZE).signatures().get(1) + "\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> asked = new ArrayList<>();
    private final Deque<Said> says = new ArrayDeque<>();
    private HttpServer witness;

    private record Said(int status, String type, String body) {}

    @BeforeEach
    void listen() throws IOException {
        witness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        witness.createContext("/w/add-checkpoint", this::say);
        witness.start();
    }

    @AfterEach
    void close() {
        witness.stop(0);
        http.close();
    }

    private void say(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse(""));
            Said said = says.remove();
            byte[] body = said.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", said.type);
            exchange.sendResponseHeaders(said.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private WitnessClient.Reply ask(long known, Said... said) throws Exception {
        says.addAll(List.of(said));
        URI prefix = URI.create("http://127.0.0.1:" + witness.getAddress().getPort() + "/w/");
        return new WitnessClient(http, new WitnessAddress(Keys.CUSTOMS.verifier(), prefix))
                .ask(SIZE, known, WitnessClientTest::request);
    }

    private static CosignatureRequest request(long old) {
        SignedNote note = LOG.signed(SIZE);
        return new CosignatureRequest(old, List.of(), note);
    }

    private static Said size(long told) {
        return new Said(409, "text/x.tlog.size", told + "\n");
    }

    private static void assertFailed(WitnessClient.Reply reply, WitnessProblem.Code code) {
        assertThat(reply)
                .asInstanceOf(type(WitnessClient.Reply.Failed.class))
                .satisfies(failed -> {
                    assertThat(failed.problem().code()).isEqualTo(code);
                    assertThat(failed.problem().zh()).containsPattern("\\p{IsHan}");
                });
    }

    private static void assertCosigned(WitnessClient.Reply reply, long forgot) {
        assertThat(reply)
                .asInstanceOf(type(WitnessClient.Reply.Cosigned.class))
                .satisfies(cosigned -> {
                    assertThat(cosigned.signature() + "\n").isEqualTo(COSIGNED);
                    assertThat(cosigned.forgot()).isEqualTo(forgot);
                });
    }

    @Test
    void aCosignatureIsTaken() throws Exception {
        assertCosigned(ask(7, new Said(200, "text/plain", COSIGNED)), 0);
        assertThat(asked).containsExactly("old 7");
    }

    @Test
    void theSizeThatTheWitnessTellsIsGoneOnFrom() throws Exception {
        assertCosigned(ask(0, size(12), new Said(200, "text/plain", COSIGNED)), 0);
        assertThat(asked).containsExactly("old 0", "old 12");
    }

    @Test
    void aWitnessThatForgotIsTold() throws Exception {
        assertCosigned(ask(12, size(7), new Said(200, "text/plain", COSIGNED)), 12);
    }

    @Test
    void aWitnessThatSawMoreMeansThatTheLogWasRolledBack() throws Exception {
        assertFailed(ask(7, size(SIZE + 1)), WitnessProblem.Code.LOG_ROLLED_BACK);
        assertThat(asked).containsExactly("old 7");
    }

    @Test
    void everyOtherAnswerIsAProblem() throws Exception {
        for (int status : new int[] {400, 403, 404, 409, 500, 301}) {
            assertFailed(ask(7, new Said(status, "text/plain", "no")), WitnessProblem.Code.REFUSED);
        }
        assertFailed(
                ask(7, new Said(422, "text/plain", "no\u0007")),
                WitnessProblem.Code.HISTORY_DIFFERS);
        String other = LOG.signed(SIZE - 1).signatures().get(1) + "\n";
        assertFailed(
                ask(7, new Said(200, "text/plain", other)), WitnessProblem.Code.COSIGNATURE_WRONG);
        assertFailed(
                ask(7, new Said(200, "text/plain", "")), WitnessProblem.Code.COSIGNATURE_WRONG);
        assertFailed(
                ask(7, new Said(409, "text/x.tlog.size", "many")), WitnessProblem.Code.UNREACHABLE);
        assertFailed(
                ask(7, new Said(200, "text/plain", "x".repeat(1 << 17))),
                WitnessProblem.Code.UNREACHABLE);
    }

    @Test
    void nobodyThereIsAProblem() throws Exception {
        witness.stop(0);
        assertFailed(ask(7), WitnessProblem.Code.UNREACHABLE);
    }
}
