package org.ytterby.core.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tree of a log that is kept in tiles, for making proofs of any age.
///
/// Believes the tiles. Keeps the last tiles in memory. Not safe for use by several threads at once.
public final class TiledNodes implements Nodes {
    private static final int TILES_KEPT = 64;

    private final LogSource source;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TilePath, List<Hash>> kept =
            new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TilePath, List<Hash>> eldest) {
                    return size() > TILES_KEPT;
                }
            };

    /// @param size leaves, all of them in tiles
    public TiledNodes(LogSource source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    /// Hashes at most 255 nodes.
    @Override
    public Hash node(int level, long index) {
        if (level < 0 || level >= Long.SIZE - 1 || index < 0 || index >= size >> level) {
            throw new IllegalArgumentException(
                    "no node %d of level %d in a tree of size %d".formatted(index, level, size));
        }
        int tileLevel = level / TilePath.HEIGHT;
        int above = level % TilePath.HEIGHT;
        long first = index << above;
        List<Hash> tile = tile(tileLevel, first / TilePath.WIDTH);
        int at = (int) (first % TilePath.WIDTH);
        return over(tile, at, at + (1 << above));
    }

    private Hash over(List<Hash> tile, int from, int to) {
        if (to - from == 1) {
            return tile.get(from);
        }
        int middle = (from + to) / 2;
        return hasher.node(over(tile, from, middle), over(tile, middle, to));
    }

    private List<Hash> tile(int level, long index) {
        int width = TilePath.widthOf(index, TilePath.hashes(level, size));
        return kept.computeIfAbsent(
                TilePath.hashes(level, index, width), path -> read(source, path));
    }

    /// The hashes of a tile, from the narrowest copy that is wide enough.
    static List<Hash> read(LogSource source, TilePath path) {
        int held =
                source.widths(path.content(), path.index()).tailSet(path.width()).stream()
                        .findFirst()
                        .orElseThrow(() -> missing(path));
        TilePath at = path.withWidth(held);
        byte[] bytes = source.read(at).orElseThrow(() -> missing(path));
        return HashTile.parse(at, bytes).subList(0, path.width());
    }

    static ProofRefused missing(TilePath path) {
        return new ProofRefused(Refusal.Code.TILE_MISSING, path + " is missing", "缺少 " + path);
    }
}
