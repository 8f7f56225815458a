package org.ytterby.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is deleted in the end, open to the user whom the database runs as.
///
/// @param folder which it is
public record Scratch(Path folder) implements AutoCloseable {
    /// Makes one where the system keeps what is temporary.
    public static Scratch make() throws IOException {
        return new Scratch(
                Files.createTempDirectory(
                        "ytterby-bench",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x"))));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
