package org.ytterby.server.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ytterby.server.ServiceChild;

/// A service in a process of its own, always on the same folder and port, to be killed and started
/// again.
final class ServiceProcess implements AutoCloseable {
    private static final int POLLS_MAX = 3_000;
    private static final int POLL_MS = 20;

    private final Path folder;
    private final Path data;
    private final Path said;
    private final int port;
    private Process process;

    ServiceProcess(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        data = folder.resolve("data");
        said = folder.resolve("said");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = start();
    }

    private Process start() throws IOException, InterruptedException {
        Files.deleteIfExists(said);
        Path output = folder.resolve("output");
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServiceChild.class.getName(),
                                data.toString(),
                                Integer.toString(port),
                                said.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start();
        for (int polls = 0; !Files.exists(said); polls++) {
            if (polls == POLLS_MAX || !started.isAlive()) {
                started.destroyForcibly();
                throw new AssertionError("the service does not start: " + Files.readString(output));
            }
            Thread.sleep(POLL_MS);
        }
        return started;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Database database() throws IOException {
        List<String> lines = Files.readAllLines(said);
        return new Database(lines.get(0), lines.get(1), lines.get(2));
    }

    /// Ends it as the kernel would, at once, and starts another.
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /// Ends its database in the same way.
    void killPostmaster() throws IOException {
        Path file = data.resolve("postgres").resolve("pgdata").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
