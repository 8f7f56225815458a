package org.ytterby.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `ytterby demo` in a process of its own, on an empty folder.
final class Demo implements AutoCloseable {
    private static final long PATIENCE_S = 300;
    private static final long LOOK_MS = 100;

    /// What the last line begins with that it prints before it serves.
    private static final String LAST_ACCOUNT = "  admin ";

    private final Path folder;
    private final int port;
    private final Process process;

    private Demo(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts it and waits until it serves.
    static Demo start() {
        try {
            Path folder =
                    Files.createTempDirectory(
                            "ytterby-browser",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwxr-xr-x")));
            int port = freePort();
            Path said = folder.resolve("said.txt");
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx1g",
                                    "-Dytterby.home=" + System.getProperty("ytterby.root", ".."),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.ytterby.app.Ytterby",
                                    "demo",
                                    "--lang",
                                    "en",
                                    "--port",
                                    Integer.toString(port),
                                    "--data",
                                    folder.resolve("data").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            Demo demo = new Demo(folder, port, process);
            demo.await(said);
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path said) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Files.readString(said).contains(LAST_ACCOUNT)) {
            if (!process.isAlive() || System.nanoTime() > patience) {
                process.destroyForcibly();
                throw new IOException(
                        "the demonstration does not serve:\n" + Files.readString(said));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /// Of all its accounts.
    String password() {
        try {
            return Files.readString(folder.resolve("data").resolve("demo-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
