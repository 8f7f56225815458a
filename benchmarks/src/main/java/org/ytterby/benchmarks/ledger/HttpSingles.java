package org.ytterby.benchmarks.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ytterby.benchmarks.MachineKeys;
import org.ytterby.core.proof.SenderKey;

/// Single declarations over HTTP, each connection asking again when it was answered. Requests are
/// written and signed before the clock runs, so that what is measured is the service and the way to
/// it.
final class HttpSingles {
    static final int CONNECTIONS = 64;
    private static final long FROM = 1_000_000_000_000_000L;
    private static final long APART = 1_000_000_000_000L;
    private static final String PARTS =
            "\"@method\" \"@path\" \"content-digest\" \"idempotency-key\"";
    private static final String LENGTH = "content-length:";
    private static final String PATH = "/api/v1/declarations";

    private final int port;
    private final String token;
    private final LongFunction<String> json;

    /// @param json the content of a numbered request
    HttpSingles(int port, String token, LongFunction<String> json) {
        this.port = port;
        this.token = token;
        this.json = json;
    }

    /// Sends prepared requests.
    ///
    /// @param each requests on each of the connections
    /// @return latencies, ns, sorted, and how long it took
    LedgerStudy.Load send(List<List<byte[]>> each) {
        Queue<long[]> latencies = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<byte[]> requests : each) {
                connections.execute(() -> latencies.add(sendAll(requests)));
            }
        }
        double took = (System.nanoTime() - start) / LedgerStudy.NS_PER_S;
        long[] sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        long wanted = each.stream().mapToLong(List::size).sum();
        if (sorted.length != wanted) {
            throw new IllegalStateException("a connection failed");
        }
        return new LedgerStudy.Load(sorted.length, took, sorted);
    }

    private long[] sendAll(List<byte[]> requests) {
        LongStream.Builder latencies = LongStream.builder();
        int done = 0;
        try {
            while (done < requests.size()) {
                done += sendUntilClosed(requests.subList(done, requests.size()), latencies);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return latencies.build().toArray();
    }

    /// Sends on one connection, until the service closes it, as it does after some requests.
    ///
    /// @return how many were answered
    private int sendUntilClosed(List<byte[]> requests, LongStream.Builder latencies)
            throws IOException {
        long from = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            int done = 0;
            for (byte[] request : requests) {
                out.write(request);
                out.flush();
                boolean isOpen = hear(in);
                long now = System.nanoTime();
                latencies.add(now - from);
                from = now;
                done++;
                if (!isOpen) {
                    return done;
                }
            }
            return done;
        }
    }

    /// Reads one answer to its end.
    ///
    /// @return whether the connection stays open
    private static boolean hear(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        boolean inChunks = false;
        boolean isOpen = true;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(field.substring(LENGTH.length()).strip());
            } else if (field.equalsIgnoreCase("transfer-encoding: chunked")) {
                inChunks = true;
            } else if (field.equalsIgnoreCase("connection: close")) {
                isOpen = false;
            }
        }
        StringBuilder content = new StringBuilder();
        if (inChunks) {
            for (int size = Integer.parseInt(line(in), 16);
                    size > 0;
                    size = Integer.parseInt(line(in), 16)) {
                content.append(text(in, size));
                line(in);
            }
            line(in);
        } else {
            content.append(text(in, length));
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + content);
        }
        return isOpen;
    }

    private static String text(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// Writes requests, and signs them.
    ///
    /// @param batch of requests; no two have the same keys
    /// @param count on each connection
    /// @param keys null to leave them unsigned
    List<List<byte[]>> prepared(int batch, int count, @Nullable KeyPair keys) {
        return IntStream.range(0, CONNECTIONS)
                .parallel()
                .mapToObj(c -> {
                    List<byte[]> requests = new ArrayList<>(count);
                    long first = FROM + (batch * CONNECTIONS + c) * APART;
                    for (long number = first; number < first + count; number++) {
                        requests.add(request(json.apply(number), "h" + number, keys));
                    }
                    return requests;
                })
                .toList();
    }

    private byte[] request(String content, String key, @Nullable KeyPair keys) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        String head =
                """
                POST %s HTTP/1.1
                Host: 127.0.0.1:%d
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d
                Idempotency-Key: %s
                %s
                """
                        .formatted(
                                PATH,
                                port,
                                token,
                                body.length,
                                key,
                                keys == null ? "" : signed(body, key, keys))
                        .replace("\n", "\r\n");
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    private static String signed(byte[] body, String key, KeyPair keys) {
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            String digest =
                    "sha-256=:"
                            + base64.encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(body))
                            + ":";
            String parameters =
                    "(%s);created=%d;keyid=\"%s\""
                            .formatted(
                                    PARTS,
                                    Instant.now().getEpochSecond(),
                                    SenderKey.parse(MachineKeys.text(keys)).id());
            String base =
                    "\"@method\": POST\n\"@path\": %s\n\"content-digest\": %s\n\"idempotency-key\": %s\n\"@signature-params\": %s"
                            .formatted(PATH, digest, key, parameters);
            return "Content-Digest: %s\nSignature-Input: sig=%s\nSignature: sig=:%s:\n"
                    .formatted(
                            digest,
                            parameters,
                            base64.encodeToString(MachineKeys.sign(keys, base)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
