package org.ytterby.benchmarks.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service in a process of its own, asked over HTTP, and the time since it was started.
final class ServedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_MS = 2;
    private static final int OK = 200;
    private static final long STOP_S = 60;
    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_S = 1e3;

    private final Process process;
    private final Path log;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final long startNs;
    private String token = "";

    private ServedProcess(Process process, Path log, URI base, long startNs) {
        this.process = process;
        this.log = log;
        this.base = base;
        this.startNs = startNs;
    }

    /// Starts a command that serves on a port of this machine.
    static ServedProcess start(int port, List<String> command) throws IOException {
        Path log = Files.createTempFile("served", ".log");
        long now = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ServedProcess(process, log, URI.create("http://127.0.0.1:" + port), now);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startNs) / NS_PER_S;
    }

    /// Processor time of the process so far, s: unlike the time on the clock it is the same on a
    /// busy machine. 0 where the system does not tell.
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / MS_PER_S;
    }

    /// Asks until an answer is as it should be.
    ///
    /// @return seconds since the start
    double await(String path, Predicate<HttpResponse<String>> isGood) throws IOException {
        while (secondsSinceStart() < PATIENCE.toSeconds() && process.isAlive()) {
            try {
                if (isGood.test(send(request(path)))) {
                    return secondsSinceStart();
                }
            } catch (ConnectException | HttpConnectTimeoutException _) {
                pause(); // it does not listen yet
                continue;
            }
            pause();
        }
        throw new IOException(base + path + " did not answer:\n" + Files.readString(log));
    }

    static boolean isOk(HttpResponse<String> answer) {
        return answer.statusCode() == OK;
    }

    /// Signs in; later requests bear the token.
    void signIn(String name, String password) throws IOException {
        String body =
                JsonMapper.shared()
                        .writeValueAsString(
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("name", name)
                                        .put("password", password));
        token = post("/api/v1/tokens", body, "").path("access_token").asString();
    }

    /// @throws IOException unless the answer is 200
    JsonNode post(String path, String json, String key) throws IOException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> answer = send(request);
        if (!isOk(answer)) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks it to end, and waits until it has.
    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.delete(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
