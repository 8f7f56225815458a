package org.ytterby.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a command cost, watched from outside.
///
/// @param wallS from start to end, s
/// @param cpuS of all its threads, s; 0 where the system does not tell
/// @param peakBytes largest resident memory; 0 where there is no `/proc`
record Watched(double wallS, double cpuS, long peakBytes) {
    private static final long LOOK_MS = 10;
    private static final String PEAK = "VmHWM:";
    private static final long KIB = 1024;

    /// Runs a command to its end.
    ///
    /// @throws IOException if it cannot start or fails; its output is in the message
    static Watched run(List<String> command) throws IOException {
        Path log = Files.createTempFile("command", ".log");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        Duration cpu = Duration.ZERO;
        try {
            do {
                peak = Math.max(peak, peak(status));
                cpu = process.info().totalCpuDuration().orElse(cpu);
            } while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while watching " + command, e);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed:\n" + Files.readString(log));
        }
        Files.delete(log);
        return new Watched(wall, cpu.toMillis() / 1e3, peak);
    }

    private static long peak(Path status) throws IOException {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(PEAK)) {
                    String kib = line.substring(PEAK.length()).replace("kB", "").strip();
                    return Long.parseLong(kib) * KIB;
                }
            }
        } catch (NoSuchFileException _) {
            return 0; // it has ended, or this is not Linux
        } catch (IOException e) {
            if (Files.exists(status)) {
                throw e;
            }
        }
        return 0;
    }
}
