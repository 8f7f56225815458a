package org.ytterby.core.proof;

import java.util.Locale;

/// Where a piece of a log is kept: a tile of 256 hashes or fewer, or the entries of as many leaves
/// (C2SP tlog-tiles).
///
/// @param index counted from 0 within its kind and level
/// @param width hashes or entries, 1 to 256; below 256 at the right edge of a tree
public record TilePath(Content content, long index, int width) {
    /// Hashes or entries of a full tile.
    public static final int WIDTH = 256;

    /// Levels of the tree in one tile.
    static final int HEIGHT = 8;

    /// Tiles of higher levels are empty in every tree.
    static final int LEVELS = 8;

    private static final int LEVEL_MAX = 63;
    private static final int GROUP = 1000;
    private static final String TILE = "tile/";
    private static final String ENTRIES = "entries";
    private static final Refusal.Code MALFORMED = Refusal.Code.PATH_MALFORMED;

    /// What is kept there.
    public sealed interface Content {
        /// The roots of perfect subtrees of `256^level` leaves each; leaf hashes at level 0.
        record Hashes(int level) implements Content {
            public Hashes {
                if (level < 0 || level > LEVEL_MAX) {
                    throw new IllegalArgumentException("tiles have levels 0 to 63, not " + level);
                }
            }
        }

        /// The entries themselves.
        record Entries() implements Content {}
    }

    public TilePath {
        if (index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException(
                    "no tile with index %d and width %d".formatted(index, width));
        }
    }

    public static TilePath hashes(int level, long index, int width) {
        return new TilePath(new Content.Hashes(level), index, width);
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(new Content.Entries(), index, width);
    }

    /// How many hashes of a level a tree has, full and partial tiles together.
    ///
    /// @param size leaves
    public static long hashes(int level, long size) {
        return level >= LEVELS ? 0 : size >> (HEIGHT * level);
    }

    /// The width of a tile in a tree.
    ///
    /// @param hashes of the tile's level
    /// @return 0 where the tree does not reach it
    public static int widthOf(long index, long hashes) {
        return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    /// The same place at another width.
    public TilePath withWidth(int other) {
        return new TilePath(content, index, other);
    }

    /// @throws ProofRefused with code `PATH_MALFORMED` unless it is written in the one right way
    public static TilePath parse(String path) {
        try {
            TilePath parsed = read(path);
            if (parsed.toString().equals(path)) {
                return parsed;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw malformed(path);
        }
        throw malformed(path);
    }

    private static TilePath read(String path) {
        int slash = path.indexOf('/', TILE.length());
        String kind = path.substring(TILE.length(), slash);
        Content content =
                kind.equals(ENTRIES)
                        ? new Content.Entries()
                        : new Content.Hashes(Integer.parseInt(kind));
        String rest = path.substring(slash + 1);
        int partial = rest.indexOf(".p/");
        int width = partial < 0 ? WIDTH : Integer.parseInt(rest.substring(partial + 3));
        String index = partial < 0 ? rest : rest.substring(0, partial);
        return new TilePath(content, Long.parseLong(index.replaceAll("[x/]", "")), width);
    }

    private static ProofRefused malformed(String path) {
        return new ProofRefused(
                MALFORMED,
                "no path of a tile: " + Strict.brief(path),
                "不是瓦片路径：" + Strict.brief(path));
    }

    /// The path, such as `tile/0/x001/234.p/112`.
    @Override
    public String toString() {
        String kind =
                switch (content) {
                    case Content.Hashes(int level) -> Integer.toString(level);
                    case Content.Entries() -> ENTRIES;
                };
        StringBuilder digits = new StringBuilder(group(index));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            digits.insert(0, "x" + group(rest) + "/");
        }
        return TILE + kind + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
    }

    private static String group(long number) {
        return String.format(Locale.ROOT, "%03d", number % GROUP);
    }
}
