package org.ytterby.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux tells of processes that may not be our children.
final class ProcessTable {
    private static final int BYTES_MAX = 131_072;

    private ProcessTable() {}

    /// Whether it runs. A process that was killed stays in the table until its parent asks for it
    /// (state Z, proc(5)); it runs no more.
    static boolean isRunning(long pid) {
        String status = read(pid, "stat");
        int end = status.lastIndexOf(") ");
        if (end < 0) {
            return false;
        }
        char state = status.charAt(end + 2);
        return state != 'Z' && state != 'X';
    }

    /// Its program and arguments; empty where there is no such process.
    static List<String> commandLine(long pid) {
        String line = read(pid, "cmdline");
        if (!line.endsWith("\0")) {
            return List.of();
        }
        return List.of(line.substring(0, line.length() - 1).split("\0", -1));
    }

    /// The name of its program, at most 15 bytes; empty where there is no such process.
    static String program(long pid) {
        return read(pid, "comm").strip();
    }

    /// Files below /proc vanish with their process at any moment.
    private static String read(long pid, String name) {
        try (InputStream in = Files.newInputStream(Path.of("/proc", Long.toString(pid), name))) {
            return new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
