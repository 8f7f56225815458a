package org.ytterby.server.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.ServiceChild;

/// A service in a process of its own, always on the same folder and port, to be killed and started
/// again.
///
/// With `ytterby.launcher` set it is started as its users start it, by that launcher and so with
/// the class cache of the build; else from the classes of the tests, which have none.
final class ServiceProcess implements AutoCloseable {
    private static final @Nullable String LAUNCHER = System.getProperty("ytterby.launcher");
    private static final int POLLS_MAX = 6_000;
    private static final int POLL_MS = 20;

    private final Path folder;
    private final Path data;
    private final Path said;
    private final Map<String, String> environment;
    private final int port;
    private boolean isLaunched;
    private Process process;

    ServiceProcess(Path folder) throws IOException, InterruptedException {
        this(folder, Map.of());
    }

    /// @param environment that it has beside ours
    ServiceProcess(Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.environment = environment;
        data = folder.resolve("data");
        said = folder.resolve("said");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = started(child());
        awaitSaid();
        if (LAUNCHER != null) { // the people are there; the address of the database stays
            close();
            isLaunched = true;
            process = started(launched(LAUNCHER));
            awaitReady();
        }
    }

    /// What it is started as.
    static String form() {
        return LAUNCHER == null ? "classes of the tests" : "launcher";
    }

    private List<String> child() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceChild.class.getName(),
                data.toString(),
                Integer.toString(port),
                said.toString());
    }

    private List<String> launched(String launcher) {
        return List.of(
                launcher, "serve", "--data", data.toString(), "--port", Integer.toString(port));
    }

    private Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
    }

    private Path output() {
        return folder.resolve("output");
    }

    private void awaitSaid() throws IOException, InterruptedException {
        for (int polls = 0; !Files.exists(said); polls++) {
            await(polls);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int polls = 0; !isReady(); polls++) {
            await(polls);
        }
    }

    private void await(int polls) throws IOException, InterruptedException {
        if (polls == POLLS_MAX || !process.isAlive()) {
            process.destroyForcibly();
            throw new AssertionError("the service does not start: " + Files.readString(output()));
        }
        Thread.sleep(POLL_MS);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return Http.get(uri(), "/readyz", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where its ledger is stored, once it serves.
    Database database() throws IOException, InterruptedException {
        awaitSaid();
        List<String> lines = Files.readAllLines(said);
        return new Database(lines.get(0), lines.get(1), lines.get(2));
    }

    /// Ends it as the kernel would, at once, and starts another, without waiting until that serves.
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        if (LAUNCHER == null) {
            Files.deleteIfExists(said);
            process = started(child());
        } else {
            process = started(launched(LAUNCHER));
        }
    }

    /// Ends its database in the same way.
    void killPostmaster() throws IOException {
        Path file = data.resolve("postgres").resolve("pgdata").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /// Lets it end: the one from the tests with its input, the other by a signal.
    @Override
    public void close() throws IOException {
        try {
            if (isLaunched) {
                process.destroy();
            } else {
                process.getOutputStream().close();
            }
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
