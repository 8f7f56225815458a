package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running `PostgresChild`.
record ChildProcess(Process process, Path said, Path output) {
    private static final int POLLS_MAX = 1_500;
    private static final int POLL_MS = 40;

    /// @param switching words before the command, to run it as another user
    static ChildProcess start(
            Path folder, List<String> switching, String classPath, Path data, Path binaries)
            throws IOException {
        Path said = folder.resolve("said");
        Files.deleteIfExists(said);
        Path output = Files.createTempFile("postgres-child", ".txt");
        List<String> command = new ArrayList<>(switching);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        classPath,
                        PostgresChild.class.getName(),
                        data.toString(),
                        binaries.toString(),
                        said.toString()));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new ChildProcess(process, said, output);
    }

    /// The number of its postmaster, once it serves.
    long postmaster() throws IOException, InterruptedException {
        for (int polls = 0; polls < POLLS_MAX && process.isAlive(); polls++) {
            if (Files.exists(said)) {
                return Long.parseLong(Files.readString(said).strip());
            }
            Thread.sleep(POLL_MS);
        }
        throw new AssertionError("child: " + Files.readString(output));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Lets it close its server.
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
