package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ytterby.formats.Wording;

/// The files inside a .zip, or inside a workbook, which is one.
///
/// A file that unpacks to over [#UNPACKED_BYTES_MAX] bytes, or to over [#RATIO_MAX] times its
/// packed size, fails while it is read.
final class Archive implements AutoCloseable {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final long UNPACKED_BYTES_MAX = 64L << 30;
    private static final long RATIO_MAX = 1000;
    private static final int ENTRIES_MAX = 10_000;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private Archive(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /// Opens an archive.
    ///
    /// @throws PackageUnreadable if it is none, or holds a file twice
    static Archive open(Path path) {
        Archive archive;
        try {
            archive = new Archive(path, new ZipFile(path.toFile(), names(path)));
        } catch (IOException e) {
            throw new PackageUnreadable(OldFormats.wording(path, e), e);
        }
        try {
            archive.list();
            return archive;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// Windows in China names entries in GBK; UTF-8 refuses these.
    private static Charset names(Path path) throws IOException {
        try (ZipFile _ = new ZipFile(path.toFile())) {
            return StandardCharsets.UTF_8;
        } catch (ZipException _) {
            return GBK;
        }
    }

    private void list() {
        if (zip.size() > ENTRIES_MAX) {
            throw unreadable(
                    "the .zip holds "
                            + zip.size()
                            + " entries, at most "
                            + ENTRIES_MAX
                            + " are read",
                    ".zip 含 " + zip.size() + " 个条目，最多读取 " + ENTRIES_MAX + " 个");
        }
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> {
                    if (entries.put(entry.getName(), entry) != null) {
                        throw unreadable(
                                "the .zip holds " + entry.getName() + " twice",
                                ".zip 中有两个 " + entry.getName());
                    }
                });
    }

    /// Full names of its files.
    Set<String> names() {
        return entries.keySet();
    }

    /// Size of a file once unpacked, 0 if it is not known.
    long size(String name) {
        ZipEntry entry = entries.get(name);
        return entry == null ? 0 : Math.clamp(entry.getSize(), 0, UNPACKED_BYTES_MAX);
    }

    InputStream open(String name, LongConsumer listener) throws IOException {
        return open(name, RATIO_MAX, listener);
    }

    /// Opens a file that is to unpack to at most so many times its packed size, or a megabyte.
    InputStream open(String name, long ratioMax, LongConsumer listener) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new IOException("no entry " + name);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        long limit = Math.min(UNPACKED_BYTES_MAX, Math.max(1 << 20, packed * ratioMax));
        return new CountedStream(zip.getInputStream(entry), limit, listener);
    }

    private PackageUnreadable unreadable(String en, String zh) {
        return new PackageUnreadable(new Wording(path + ": " + en, path + "：" + zh));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw unreadable("cannot be closed: " + e.getMessage(), "无法关闭：" + e.getMessage());
        }
    }
}
