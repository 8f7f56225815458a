package org.ytterby.server.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that the database's own user can reach, gone afterwards.
record TestFolder(Path path) implements AutoCloseable {
    static TestFolder make() throws IOException {
        return new TestFolder(
                Files.createTempDirectory(
                        "ytterby-faults",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x"))));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
