package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ytterby.core.ledger.Printable;

/// The log of the server: what it said before its log was open, and a few rotated files.
record ServerLog(Folders folders) {
    /// A file of the log is closed at this size.
    static final String FILE_SIZE_MAX = "10MB";

    static final int FILES_MAX = 10;
    private static final String LOG_IS_OPEN = "redirecting log output";
    private static final int LINES_MAX = 12;
    private static final int LINE_LENGTH_MAX = 400;
    private static final int TAIL_BYTES_MAX = 8_192;

    /// The last lines of what it said at its latest start and since: its log is open once it says
    /// so.
    List<String> sinceStart() {
        List<String> lines = new ArrayList<>(tail(folders.startLog()));
        List<Path> files = files();
        if (!files.isEmpty() && lines.stream().anyMatch(line -> line.contains(LOG_IS_OPEN))) {
            lines.addAll(tail(files.getLast()));
        }
        return lines;
    }

    boolean endsInFailure() {
        return sinceStart().stream()
                .anyMatch(line -> line.contains("FATAL:") || line.contains("PANIC:"));
    }

    /// Keeps the newest files.
    void prune() {
        List<Path> files = files();
        for (Path file : files.subList(0, Math.max(0, files.size() - FILES_MAX))) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw PostgresUnavailable.disk(file, e);
            }
        }
    }

    /// Oldest first: their names are their times.
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folders.log(), LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(folders.log(), "postgresql-*.log")) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw PostgresUnavailable.disk(folders.log(), e);
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static List<String> tail(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (FileChannel channel =
                FileChannel.open(
                        file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES_MAX);
            channel.read(bytes, Math.max(0, channel.size() - TAIL_BYTES_MAX));
            List<String> lines =
                    StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size()).stream()
                    .map(line -> Printable.of(line, LINE_LENGTH_MAX))
                    .toList();
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }
}
