package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts programs with an environment of our own, so that no variable of the caller changes what
/// they do.
final class Commands {
    private static final int OUTPUT_BYTES_MAX = 16_384;
    private static final List<Path> PROGRAM_FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    private Commands() {}

    record Output(int code, String text) {
        boolean isGood() {
            return code == 0;
        }
    }

    /// A program of the system.
    static Optional<Path> program(String name) {
        return PROGRAM_FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A process about to start; its folder is one that everybody reaches.
    static ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        builder.directory(Path.of("/").toFile());
        builder.redirectErrorStream(true);
        return builder;
    }

    /// Runs a command to its end.
    ///
    /// @throws PostgresUnavailable if it cannot start or does not end in time
    static Output run(List<String> command, int secondsMax) {
        try {
            Process process = prepared(command).start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                    throw PostgresUnavailable.because(
                            "%s did not end within %d s.".formatted(command.getFirst(), secondsMax),
                            "%s 未能在 %d 秒内结束。".formatted(command.getFirst(), secondsMax));
                }
                byte[] output = process.getInputStream().readNBytes(OUTPUT_BYTES_MAX);
                return new Output(
                        process.exitValue(), new String(output, StandardCharsets.UTF_8).strip());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw PostgresUnavailable.because(
                    "%s cannot be run: %s".formatted(command.getFirst(), e.getMessage()),
                    "无法运行 %s：%s".formatted(command.getFirst(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            throw PostgresUnavailable.interrupted(e);
        }
    }
}
