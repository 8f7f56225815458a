package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Reads what a source holds, and compares the copies that it kept of one tile with each other.
final class StoredTiles {
    private final LogSource source;
    private @Nullable Difference copy;

    StoredTiles(LogSource source) {
        this.source = source;
    }

    /// What stops reading.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Difference difference;

        Stopped(Difference difference) {
            super(difference.en());
            this.difference = difference;
        }

        Difference difference() {
            return difference;
        }
    }

    /// The first kept copy that does not begin the next larger one.
    Optional<Difference> copyDifference() {
        return Optional.ofNullable(copy);
    }

    /// The hashes of a tile, as many as the path's width.
    List<Hash> hashes(TilePath path) {
        Held held = held(path);
        int readable = held.bytes.length / Hash.BYTES;
        if (held.bytes.length != held.path.width() * Hash.BYTES) {
            throw new Stopped(
                    new Difference.Unreadable(held.path, Math.min(readable, held.path.width())));
        }
        return HashTile.parse(held.path, held.bytes).subList(0, path.width());
    }

    /// The entries of a bundle.
    ///
    /// @param path where they were read
    /// @param entries as many as the width asked for, or those before one that cannot be read
    /// @param isExact whether nothing is missing and nothing follows
    record Bundle(TilePath path, List<byte[]> entries, boolean isExact) {}

    Bundle entries(TilePath path) {
        Held held = held(path);
        EntryBundle.Read read = EntryBundle.read(held.bytes, held.path.width());
        boolean isExact = read.entries().size() == held.path.width() && read.rest() == 0;
        int wanted = Math.min(path.width(), read.entries().size());
        return new Bundle(held.path, read.entries().subList(0, wanted), isExact);
    }

    private record Held(TilePath path, byte[] bytes) {}

    /// The narrowest copy that is wide enough.
    private Held held(TilePath path) {
        SortedSet<Integer> widths = source.widths(path.content(), path.index());
        List<Held> copies = new ArrayList<>();
        for (int width : widths) {
            TilePath at = path.withWidth(width);
            copies.add(new Held(at, source.read(at).orElseThrow(() -> missing(at))));
        }
        for (int i = 1; i < copies.size(); i++) {
            compare(copies.get(i - 1), copies.get(i));
        }
        return copies.stream()
                .filter(held -> held.path.width() >= path.width())
                .findFirst()
                .orElseThrow(() -> missing(path));
    }

    private static Stopped missing(TilePath path) {
        return new Stopped(new Difference.Missing(path));
    }

    private void compare(Held small, Held large) {
        int width = small.path.width();
        int length =
                switch (large.path.content()) {
                    case TilePath.Content.Hashes _ -> width * Hash.BYTES;
                    case TilePath.Content.Entries _ ->
                            large.bytes.length - EntryBundle.read(large.bytes, width).rest();
                };
        boolean begins =
                small.bytes.length == length
                        && large.bytes.length >= length
                        && Arrays.equals(small.bytes, 0, length, large.bytes, 0, length);
        if (!begins && copy == null) {
            copy = new Difference.CopyChanged(small.path, large.path);
        }
    }
}
