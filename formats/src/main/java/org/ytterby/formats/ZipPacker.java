package org.ytterby.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs the files of a folder, so that equal files give byte-equal archives.
public final class ZipPacker {
    /// The earliest time that a zip entry can carry.
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ZipPacker() {}

    /// Packs a folder beside the target, which is then replaced in one step: whatever fails leaves
    /// it as it was.
    public static void pack(Path folder, Path target) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            write(folder, fresh);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path folder, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path part : files(folder)) {
                ZipEntry entry =
                        new ZipEntry(folder.relativize(part).toString().replace('\\', '/'));
                entry.setTimeLocal(FIXED);
                zip.putNextEntry(entry);
                Files.copy(part, zip);
                zip.closeEntry();
            }
        }
    }

    /// Removes a folder.
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
