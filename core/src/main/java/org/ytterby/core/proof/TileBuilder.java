package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;

/// Makes the tiles of a growing log from its leaf hashes.
///
/// Keeps the unfinished tile of each level. Not safe for use by several threads at once.
public final class TileBuilder {
    private final TreeHasher hasher = new TreeHasher();
    private final List<List<Hash>> unfinished = new ArrayList<>();
    private final List<Long> finished = new ArrayList<>();
    private final Sink sink;

    /// Takes tiles as they are made.
    @FunctionalInterface
    public interface Sink {
        void accept(TilePath path, byte[] bytes);
    }

    /// @param sink takes each tile when it is full
    public TileBuilder(Sink sink) {
        this.sink = sink;
    }

    public void append(Hash leaf) {
        append(0, leaf);
    }

    private void append(int level, Hash hash) {
        if (level == unfinished.size()) {
            unfinished.add(new ArrayList<>(TilePath.WIDTH));
            finished.add(0L);
        }
        List<Hash> tile = unfinished.get(level);
        tile.add(hash);
        if (tile.size() == TilePath.WIDTH) {
            long index = finished.get(level);
            sink.accept(TilePath.hashes(level, index, TilePath.WIDTH), HashTile.bytes(tile));
            finished.set(level, index + 1);
            Hash root = root(tile);
            tile.clear();
            append(level + 1, root);
        }
    }

    private Hash root(List<Hash> tile) {
        List<Hash> row = tile;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(hasher.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    /// Gives the partial tiles of the tree as it is now; more leaves can follow.
    public void partials(Sink partial) {
        for (int level = 0; level < unfinished.size(); level++) {
            List<Hash> tile = unfinished.get(level);
            if (!tile.isEmpty()) {
                partial.accept(
                        TilePath.hashes(level, finished.get(level), tile.size()),
                        HashTile.bytes(tile));
            }
        }
    }
}
