package org.ytterby.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ytterby.core.proof.SigningKey;

/// A backup that was read through and is as it was written.
public final class BackupFile implements AutoCloseable {
    private static final int SMALL_BYTES_MAX = 1 << 22;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens a backup and compares every file in it with its digest. O(size of the backup).
    ///
    /// @throws BackupRefused if it is none, or not as it was written
    public static BackupFile open(Path path) {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                Manifest manifest = Manifest.parse(small(zip, path, Manifest.NAME));
                BackupFile file = new BackupFile(path, zip, manifest);
                for (Manifest.TableFile table : manifest.tables()) {
                    file.check(table);
                }
                return file;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new BackupRefused(
                    "%s is no backup, or was cut off: %s".formatted(path, e.getMessage()),
                    "%s 不是备份文件，或已残缺：%s".formatted(path, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] small(ZipFile zip, Path path, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, path, name))) {
            return in.readNBytes(SMALL_BYTES_MAX);
        }
    }

    private static ZipEntry entry(ZipFile zip, Path path, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupRefused(
                    "%s holds no %s".formatted(path, name), "%s 中没有 %s".formatted(path, name));
        }
        return entry;
    }

    private void check(Manifest.TableFile table) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(read(table), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(table.sha256())) {
            throw new BackupRefused(
                    "%s in %s was changed: its SHA-256 is %s, should be %s"
                            .formatted(table.path(), path, found, table.sha256()),
                    "%2$s 中的 %1$s 被改动：SHA-256 为 %3$s，应为 %4$s"
                            .formatted(table.path(), path, found, table.sha256()));
        }
    }

    InputStream read(Manifest.TableFile table) throws IOException {
        return zip.getInputStream(entry(zip, path, table.path()));
    }

    public Manifest manifest() {
        return manifest;
    }

    /// The log's signing key, if it was asked for when the backup was made.
    public Optional<SigningKey> signingKey() {
        if (zip.getEntry(Manifest.KEY_NAME) == null) {
            return Optional.empty();
        }
        try {
            String text = new String(small(zip, path, Manifest.KEY_NAME), UTF_8);
            return Optional.of(SigningKey.parse(text.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
