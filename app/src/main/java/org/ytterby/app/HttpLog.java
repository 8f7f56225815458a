package org.ytterby.app;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.TilePath;

/// A log as a service gives it out, up to a size.
///
/// @param size of the checkpoint that is believed: the widths at its right edge follow from it
record HttpLog(ServiceClient service, long size) implements LogSource {
    static final String PREFIX = "/log/";

    @Override
    public SortedSet<Integer> widths(TilePath.Content content, long index) {
        int level =
                switch (content) {
                    case TilePath.Content.Hashes(int at) -> at;
                    case TilePath.Content.Entries() -> 0;
                };
        int width = TilePath.widthOf(index, TilePath.hashes(level, size));
        return new TreeSet<>(width == 0 ? List.of() : List.of(width));
    }

    /// @throws java.io.UncheckedIOException if the service answers neither with it nor that it is
    ///   not there
    @Override
    public Optional<byte[]> read(TilePath path) {
        return service.bytes(PREFIX + path);
    }
}
