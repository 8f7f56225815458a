package org.ytterby.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.XZInputStream;

/// Unpacks a compressed tar archive into an empty folder, and nowhere else.
///
/// Files, folders and links to a neighbour are taken; anything else is an error. Links are made
/// last, so that no file is written through one.
final class Archive {
    private static final int XZ_MEMORY_MAX_KIB = 131_072;
    private static final int ENTRIES_MAX = 10_000;
    private static final long BYTES_MAX = 512L << 20;
    private static final int EXECUTABLE = 0b001_001_001;

    private final Path folder;
    private final Map<Path, Path> links = new LinkedHashMap<>();
    private int entries;
    private long bytes;

    Archive(Path folder) {
        this.folder = folder;
    }

    /// @return the SHA-256 of the archive, in hexadecimal
    String unpack(InputStream archive) throws IOException {
        MessageDigest digest = sha256();
        DigestInputStream digested = new DigestInputStream(archive, digest);
        TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(digested, XZ_MEMORY_MAX_KIB));
        setPermissions(folder, true);
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            take(entry, tar);
        }
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            Files.createSymbolicLink(link.getKey(), link.getValue());
        }
        digested.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void take(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        entries++;
        if (entries > ENTRIES_MAX) {
            throw new IOException("more than " + ENTRIES_MAX + " entries");
        }
        Path path = inside(entry.getName());
        if (entry.isDirectory()) {
            createFolders(path);
        } else if (entry.isSymbolicLink()) {
            createFolders(parentOf(path));
            links.put(path, neighbour(entry.getLinkName()));
        } else if (isPlain(entry)) {
            createFolders(parentOf(path));
            try (OutputStream out = Files.newOutputStream(path)) {
                copy(tar, out);
            }
            setPermissions(path, (entry.getMode() & EXECUTABLE) != 0);
        } else {
            throw new IOException("entry of a kind that is not expected: " + entry.getName());
        }
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
    }

    private Path inside(String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || name.contains("..")) {
            throw new IOException("entry outside of its folder: " + name);
        }
        return path;
    }

    private static Path neighbour(String name) throws IOException {
        if (name.isEmpty() || name.contains("/") || name.equals("..")) {
            throw new IOException("link to something else than a neighbour: " + name);
        }
        return Path.of(name);
    }

    private Path parentOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? folder : parent;
    }

    private void createFolders(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        createFolders(parentOf(path));
        Files.createDirectory(path);
        setPermissions(path, true);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > BYTES_MAX) {
                throw new IOException("more than " + BYTES_MAX + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    private static void setPermissions(Path path, boolean isPassable) throws IOException {
        String permissions = isPassable ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
