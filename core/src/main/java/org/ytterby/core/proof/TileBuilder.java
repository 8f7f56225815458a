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

    /// A builder that goes on where another one stopped.
    ///
    /// @param source what was made of the first leaves
    /// @param size how many leaves these are
    /// @throws ProofRefused if a tile of the right edge is missing or malformed
    public static TileBuilder resume(LogSource source, long size, Sink sink) {
        TileBuilder builder = new TileBuilder(sink);
        for (int level = 0; TilePath.hashes(level, size) > 0; level++) {
            long hashes = TilePath.hashes(level, size);
            long index = hashes / TilePath.WIDTH;
            int width = (int) (hashes % TilePath.WIDTH);
            List<Hash> tile = new ArrayList<>(TilePath.WIDTH);
            if (width > 0) {
                tile.addAll(TiledNodes.read(source, TilePath.hashes(level, index, width)));
            }
            builder.unfinished.add(tile);
            builder.finished.add(index);
        }
        return builder;
    }

    public void append(Hash leaf) {
        append(0, leaf);
    }

    /// The root of the tree over all leaves so far. At most 256 hashes a level.
    public Hash root() {
        Hash root = TreeHasher.EMPTY;
        boolean isEmpty = true;
        for (List<Hash> tile : unfinished) {
            List<Hash> row = new ArrayList<>(tile);
            if (!isEmpty) {
                row.add(root);
            }
            if (!row.isEmpty()) {
                root = rootOf(row);
                isEmpty = false;
            }
        }
        return root;
    }

    private Hash rootOf(List<Hash> row) {
        if (row.size() == 1) {
            return row.getFirst();
        }
        int middle = (int) Subtrees.leftHalf(row.size());
        return hasher.node(rootOf(row.subList(0, middle)), rootOf(row.subList(middle, row.size())));
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
            Hash root = rootOf(tile);
            tile.clear();
            append(level + 1, root);
        }
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
