package org.ytterby.benchmarks.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ytterby.core.proof.EntryBundle;
import org.ytterby.core.proof.Frontier;
import org.ytterby.core.proof.Hash;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.TileBuilder;
import org.ytterby.core.proof.TilePath;
import org.ytterby.core.proof.TreeHasher;

/// A log whose tiles and bundles are in memory, each in one width.
final class LogInMemory implements LogSource {
    private final Map<TilePath, byte[]> files = new HashMap<>();
    private final Map<TilePath, Integer> widths = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();
    private final Frontier frontier = new Frontier();
    private final TileBuilder tiles = new TileBuilder(this::put);
    private final List<byte[]> bundle = new ArrayList<>();

    void append(byte[] entry) {
        Hash leaf = hasher.leaf(entry);
        frontier.append(leaf);
        tiles.append(leaf);
        bundle.add(entry);
        if (bundle.size() == TilePath.WIDTH) {
            putBundle();
        }
    }

    /// Puts the partial tiles; nothing may be appended afterwards.
    void finish() {
        if (!bundle.isEmpty()) {
            putBundle();
        }
        tiles.partials(this::put);
    }

    private void putBundle() {
        long index = (frontier.size() - 1) / TilePath.WIDTH;
        put(TilePath.entries(index, bundle.size()), EntryBundle.bytes(bundle));
        bundle.clear();
    }

    private void put(TilePath path, byte[] bytes) {
        files.put(path, bytes);
        widths.put(path.withWidth(TilePath.WIDTH), path.width());
    }

    Hash root() {
        return frontier.root();
    }

    byte[] entry(long index) {
        long at = index / TilePath.WIDTH;
        int width = widths(new TilePath.Content.Entries(), at).first();
        TilePath path = TilePath.entries(at, width);
        return EntryBundle.parse(path, Objects.requireNonNull(files.get(path)))
                .get((int) (index % TilePath.WIDTH));
    }

    @Override
    public SortedSet<Integer> widths(TilePath.Content content, long index) {
        Integer width = widths.get(new TilePath(content, index, TilePath.WIDTH));
        return width == null ? new TreeSet<>() : new TreeSet<>(List.of(width));
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return Optional.ofNullable(files.get(path));
    }
}
