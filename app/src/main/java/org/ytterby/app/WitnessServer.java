package org.ytterby.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ytterby.core.proof.CosignatureRequest;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.Witness;

/// A witness over HTTP (C2SP tlog-witness): `POST /add-checkpoint`, and `GET /<hash of
/// origin>/checkpoint` for monitors.
final class WitnessServer implements AutoCloseable {
    /// Connections at a time: a request in each may hold a mebibyte.
    private static final int CONNECTIONS_MAX = 256;

    /// For all of a request, or of an answer.
    private static final int PATIENCE_S = 30;

    /// What is read of a request that is too large, in bytes, so that its sender still hears why it
    /// is refused.
    private static final long DISCARDED_MAX = 16L << 20;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final Pattern MONITORED = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int FAILED = 500;

    static {
        // read once, before the first server of the process is made
        bound("sun.net.httpserver.maxReqTime", PATIENCE_S);
        bound("sun.net.httpserver.maxRspTime", PATIENCE_S);
        bound("jdk.httpserver.maxConnections", CONNECTIONS_MAX);
    }

    private final Witness witness;
    private final WitnessStore store;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private static void bound(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    WitnessServer(
            Witness witness, WitnessStore store, InstantSource clock, InetSocketAddress address)
            throws IOException {
        this.witness = witness;
        this.store = store;
        this.clock = clock;
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/add-checkpoint", this::add);
        server.createContext("/", this::monitor);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void add(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
                answer(exchange, NOT_FOUND, TEXT, "");
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, METHOD_NOT_ALLOWED, TEXT, "");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(CosignatureRequest.BYTES_MAX + 1);
            if (body.length > CosignatureRequest.BYTES_MAX) {
                // a connection closed over unread bytes can lose the answer on its way
                exchange.getRequestBody().skip(DISCARDED_MAX);
                answer(exchange, TOO_LARGE, TEXT, "");
                return;
            }
            Witness.Decision decision;
            try {
                decision = decide(body);
            } catch (UncheckedIOException | ProofRefused e) {
                answer(exchange, FAILED, TEXT, "no record can be kept / 无法保存记录\n");
                return;
            }
            switch (decision) {
                case Witness.Decision.Cosigned(_, _, String line) ->
                        answer(exchange, OK, TEXT, line);
                case Witness.Decision.Refused(int status, Refusal refusal, var size) -> {
                    if (size.isPresent()) {
                        answer(exchange, status, SIZE, size.getAsLong() + "\n");
                    } else {
                        String why = refusal.en() + " / " + refusal.zh() + "\n";
                        answer(exchange, status, TEXT, why);
                    }
                }
            }
        }
    }

    /// Decides and records in one step, so that no late request can roll the record back.
    private synchronized Witness.Decision decide(byte[] body) {
        Witness.Decision decision =
                witness.decide(body, store::recorded, clock.instant().getEpochSecond());
        if (decision instanceof Witness.Decision.Cosigned(var checkpoint, var note, _)) {
            store.record(checkpoint.origin(), note);
        }
        return decision;
    }

    private void monitor(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = MONITORED.matcher(exchange.getRequestURI().getPath());
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, METHOD_NOT_ALLOWED, TEXT, "");
                return;
            }
            Optional<byte[]> note = path.matches() ? store.note(path.group(1)) : Optional.empty();
            if (note.isPresent()) {
                answer(exchange, OK, TEXT, new String(note.get(), StandardCharsets.UTF_8));
            } else {
                answer(exchange, NOT_FOUND, TEXT, "");
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
