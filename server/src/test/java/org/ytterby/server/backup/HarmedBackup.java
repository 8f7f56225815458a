package org.ytterby.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Backups as somebody else might have left them.
final class HarmedBackup {
    private HarmedBackup() {}

    /// One digit of one file is another.
    static Path withTableChanged(Path backup, Path folder, String name) throws IOException {
        return rewritten(
                backup,
                folder.resolve("changed.zip"),
                (entry, content) -> {
                    if (entry.equals(name)) {
                        for (int i = content.length - 1; i >= 0; i--) {
                            if (content[i] == '1') {
                                content[i] = '2';
                                break;
                            }
                        }
                    }
                    return Optional.of(content);
                });
    }

    /// The same backup with files changed, or left out where the change is empty.
    static Path rewritten(Path backup, Path to, BiFunction<String, byte[], Optional<byte[]>> change)
            throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream rewritten = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                Optional<byte[]> changed = change.apply(entry.getName(), content);
                if (changed.isPresent()) {
                    rewritten.putNextEntry(new ZipEntry(entry.getName()));
                    rewritten.write(changed.get());
                    rewritten.closeEntry();
                }
            }
        }
        return to;
    }
}
