package org.ytterby.server.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Stands between a process and the clock of the machine, and can be set while the process runs.
///
/// @param library loaded before the system's own
/// @param shift file that holds the seconds added
record ShiftedClock(Path library, Path shift) {
    private static final String SOURCE = "/faults/clock.c";
    private static final Path COMPILER = Path.of("/usr/bin/cc");

    static boolean canBeMade() {
        return Files.isExecutable(COMPILER);
    }

    /// Compiles one that shows the right time.
    static ShiftedClock in(Path folder) throws IOException, InterruptedException {
        ShiftedClock clock =
                new ShiftedClock(folder.resolve("clock.so"), folder.resolve("clock.shift"));
        Path source = folder.resolve("clock.c");
        try (InputStream in =
                Objects.requireNonNull(ShiftedClock.class.getResourceAsStream(SOURCE))) {
            Files.copy(in, source);
        }
        Process compiler =
                new ProcessBuilder(
                                List.of(
                                        COMPILER.toString(),
                                        "-shared",
                                        "-fPIC",
                                        "-O1",
                                        "-o",
                                        clock.library.toString(),
                                        source.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new IOException(said);
        }
        clock.set(Duration.ZERO);
        return clock;
    }

    /// What a process has in its environment to see this clock.
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "YTTERBY_CLOCK", shift.toString());
    }

    /// Sets the clock to be so far ahead of the right time, or behind it.
    void set(Duration ahead) throws IOException {
        ByteBuffer seconds =
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putLong(ahead.toSeconds())
                        .flip();
        try (FileChannel file =
                FileChannel.open(shift, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(seconds, 0);
        }
    }
}
