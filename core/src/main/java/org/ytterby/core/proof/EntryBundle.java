package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;

/// The bytes of up to 256 entries: each behind its length in two bytes, high byte first.
public final class EntryBundle {
    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    /// @param entries 1 to 256, each of at most 65,535 bytes
    public static byte[] bytes(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.WIDTH) {
            throw new IllegalArgumentException("1 to 256 entries, not " + entries.size());
        }
        byte[] bytes =
                new byte[entries.stream().mapToInt(entry -> LENGTH_BYTES + entry.length).sum()];
        int at = 0;
        for (byte[] entry : entries) {
            if (entry.length > SaltedEntry.BYTES_MAX) {
                throw new IllegalArgumentException(
                        "an entry of %d bytes, at most 65535".formatted(entry.length));
            }
            bytes[at] = (byte) (entry.length >> Byte.SIZE);
            bytes[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bytes, at + LENGTH_BYTES, entry.length);
            at += LENGTH_BYTES + entry.length;
        }
        return bytes;
    }

    /// @throws ProofRefused with code `TILE_MALFORMED` unless it has exactly the entries of its
    ///   width
    public static List<byte[]> parse(TilePath path, byte[] bytes) {
        Read read = read(bytes, path.width());
        if (read.entries.size() < path.width() || read.rest > 0) {
            throw new ProofRefused(
                    Refusal.Code.TILE_MALFORMED,
                    "%s has %d readable entries of %d, and %d further bytes"
                            .formatted(path, read.entries.size(), path.width(), read.rest),
                    "%s 可读条目 %d 个（应为 %d 个），另有 %d 字节"
                            .formatted(path, read.entries.size(), path.width(), read.rest));
        }
        return read.entries;
    }

    /// What can be read.
    ///
    /// @param rest bytes after the last whole entry that is asked for
    record Read(List<byte[]> entries, int rest) {}

    /// Reads entries until there are as many as asked for, or what follows is no whole entry.
    static Read read(byte[] bytes, int width) {
        List<byte[]> entries = new ArrayList<>(width);
        int at = 0;
        while (entries.size() < width && at + LENGTH_BYTES <= bytes.length) {
            int length = ((bytes[at] & 0xff) << Byte.SIZE) | (bytes[at + 1] & 0xff);
            int end = at + LENGTH_BYTES + length;
            if (end > bytes.length) {
                break;
            }
            byte[] entry = new byte[length];
            System.arraycopy(bytes, at + LENGTH_BYTES, entry, 0, length);
            entries.add(entry);
            at = end;
        }
        return new Read(entries, bytes.length - at);
    }
}
