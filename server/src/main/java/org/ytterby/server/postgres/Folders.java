package org.ytterby.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where things lie in a data folder, and how its small files are read and written.
///
/// The folder itself is ours; `pgdata` and `log` belong to whom the server runs as, so nothing in
/// them is written by us, and no link in them is followed.
record Folders(Path root) {
    private static final int SMALL_FILE_BYTES_MAX = 65_536;

    Path lock() {
        return root.resolve("lock");
    }

    Path secrets() {
        return root.resolve("secret");
    }

    Path port() {
        return root.resolve("port");
    }

    Path data() {
        return root.resolve("pgdata");
    }

    Path unfinishedData() {
        return root.resolve("pgdata.unfinished");
    }

    Path lockFile() {
        return data().resolve("postmaster.pid");
    }

    Path log() {
        return root.resolve("log");
    }

    /// What the server says before its log is open.
    Path startLog() {
        return root.resolve("start.log");
    }

    static void create(Path folder, String permissions) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw PostgresUnavailable.disk(folder, e);
        }
    }

    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(SMALL_FILE_BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }

    /// Writes a file for its owner alone, whole or not at all.
    static void write(Path file, String text) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text, StandardOpenOption.SYNC);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw PostgresUnavailable.disk(folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
