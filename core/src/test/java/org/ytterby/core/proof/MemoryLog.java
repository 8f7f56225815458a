package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A log in memory, as a folder would hold it.
public final class MemoryLog implements LogSource {
    private final Map<String, byte[]> files = new TreeMap<>();

    /// Every tile and bundle by path; changes show.
    public Map<String, byte[]> files() {
        return files;
    }

    /// The bytes under a path that is there.
    public byte[] file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /// Puts the tiles and bundles of all entries, beside those of smaller logs that are there.
    public void put(List<byte[]> entries) {
        TreeHasher hasher = new TreeHasher();
        TileBuilder tiles = new TileBuilder(this::put);
        List<byte[]> bundle = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            tiles.append(hasher.leaf(entries.get(i)));
            bundle.add(entries.get(i));
            if (bundle.size() == TilePath.WIDTH || i == entries.size() - 1) {
                TilePath path = TilePath.entries(i / TilePath.WIDTH, bundle.size());
                put(path, EntryBundle.bytes(bundle));
                bundle.clear();
            }
        }
        tiles.partials(this::put);
    }

    private void put(TilePath path, byte[] bytes) {
        files.put(path.toString(), bytes);
    }

    @Override
    public SortedSet<Integer> widths(TilePath.Content content, long index) {
        SortedSet<Integer> widths = new TreeSet<>();
        for (int width = 1; width <= TilePath.WIDTH; width++) {
            if (files.containsKey(new TilePath(content, index, width).toString())) {
                widths.add(width);
            }
        }
        return widths;
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return Optional.ofNullable(files.get(path.toString()));
    }
}
