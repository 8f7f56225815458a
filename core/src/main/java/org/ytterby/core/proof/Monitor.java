package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Rebuilds a whole log from its entries, and names the first thing that is not as it was signed.
///
/// Every entry is hashed, every tile made anew and compared, the root compared with that of every
/// checkpoint. Time grows with the size of the log; memory holds one bundle and the right edge.
public final class Monitor {
    private final StoredTiles stored;
    private final EachEntry reader;
    private final List<Checkpoint> checkpoints;
    private final long size;

    /// Of the checkpoints, rising, and the one that comes next.
    private final long[] sizes;

    private int next;

    private final TreeHasher hasher = new TreeHasher();
    private final Frontier ofEntries = new Frontier();
    private final Map<Long, Hash> rootsOfEntries = new HashMap<>();
    private final Map<Long, Hash> rootsOfLeaves = new HashMap<>();
    private final Mismatches mismatches = new Mismatches();
    private final TileBuilder tiles = new TileBuilder(this::compare);

    /// Over the leaf hashes in tiles, once they differ from the entries.
    private @Nullable Frontier ofLeaves;

    private @Nullable TilePath mismatched;
    private @Nullable Difference inTiles;
    private @Nullable Difference inBundles;

    /// @param checkpoints in order of size
    private Monitor(LogSource source, List<Checkpoint> checkpoints, EachEntry reader) {
        stored = new StoredTiles(source);
        this.reader = reader;
        this.checkpoints = checkpoints;
        sizes = checkpoints.stream().mapToLong(Checkpoint::size).distinct().toArray();
        size = checkpoints.getLast().size();
    }

    /// What a rebuild answers.
    public sealed interface Outcome {
        /// All is as it was signed.
        record Whole(long size, Hash root) implements Outcome {}

        /// The first thing that is not.
        record Different(Difference first) implements Outcome {}
    }

    /// Hears of entries in their order, before it is known whether they are those that were signed.
    @FunctionalInterface
    public interface EachEntry {
        void accept(long index, byte[] entry);
    }

    /// Rebuilds a log up to its newest checkpoint.
    ///
    /// Checkpoints are believed: their signatures are the caller's to check.
    ///
    /// @param earlier further checkpoints of the same log that somebody kept
    public static Outcome rebuild(LogSource source, Checkpoint latest, List<Checkpoint> earlier) {
        return rebuild(source, latest, earlier, (_, _) -> {});
    }

    /// The same, and lets somebody read along.
    ///
    /// @param reader hears of every entry that can be read; what it heard counts only if the
    ///   outcome is [Outcome.Whole]
    public static Outcome rebuild(
            LogSource source, Checkpoint latest, List<Checkpoint> earlier, EachEntry reader) {
        List<Checkpoint> all = new ArrayList<>(earlier);
        all.sort(Comparator.comparingLong(Checkpoint::size));
        all.add(latest);
        for (int i = 1; i < all.size(); i++) {
            Checkpoint before = all.get(i - 1);
            Checkpoint after = all.get(i);
            if (before.size() > after.size()) {
                return new Outcome.Different(new Difference.RolledBack(before, after));
            }
            if (before.size() == after.size() && !before.root().equals(after.root())) {
                return new Outcome.Different(new Difference.SplitView(before, after));
            }
        }
        try {
            return new Monitor(source, all, reader).run();
        } catch (StoredTiles.Stopped stopped) {
            return new Outcome.Different(stopped.difference());
        }
    }

    private Outcome run() {
        keepRoots();
        for (long index = 0; index * TilePath.WIDTH < size; index++) {
            readBundle(index);
        }
        tiles.partials(this::compare);
        Difference first = difference();
        return first == null
                ? new Outcome.Whole(size, ofEntries.root())
                : new Outcome.Different(first);
    }

    private void readBundle(long index) {
        int width = TilePath.widthOf(index, size);
        StoredTiles.Bundle bundle = stored.entries(TilePath.entries(index, width));
        List<Hash> leaves = stored.hashes(TilePath.hashes(0, index, width));
        if (!bundle.isExact() && inBundles == null) {
            inBundles = new Difference.Unreadable(bundle.path(), bundle.entries().size());
        }
        for (int i = 0; i < width; i++) {
            @Nullable Hash found = null;
            if (i < bundle.entries().size()) {
                byte[] entry = bundle.entries().get(i);
                found = hasher.leaf(entry);
                reader.accept(index * TilePath.WIDTH + i, entry);
            }
            Hash logged = leaves.get(i);
            if (!logged.equals(found)) {
                mismatch(bundle.path(), index * TilePath.WIDTH + i, found, logged);
            }
            Hash leaf = found == null ? logged : found;
            ofEntries.append(leaf);
            tiles.append(leaf);
            if (ofLeaves != null) {
                ofLeaves.append(logged);
            }
            keepRoots();
        }
    }

    private void mismatch(TilePath bundle, long index, @Nullable Hash found, Hash logged) {
        mismatches.add(index, found, logged);
        if (ofLeaves == null) {
            ofLeaves = ofEntries.copy();
            mismatched = bundle;
        }
    }

    private void keepRoots() {
        long now = ofEntries.size();
        if (next < sizes.length && sizes[next] == now) {
            next++;
            Hash root = ofEntries.root();
            rootsOfEntries.put(now, root);
            rootsOfLeaves.put(now, ofLeaves == null ? root : ofLeaves.root());
        }
    }

    /// Compares a tile made from the entries with the one that is kept.
    private void compare(TilePath path, byte[] made) {
        boolean isLeaves = path.content().equals(new TilePath.Content.Hashes(0));
        if (isLeaves || inTiles != null) {
            return; // leaves were compared one by one
        }
        List<Hash> kept = stored.hashes(path);
        for (int i = 0; i < kept.size(); i++) {
            if (!kept.get(i).equals(Hash.at(made, i * Hash.BYTES))) {
                inTiles = new Difference.TileChanged(path, i);
                return;
            }
        }
    }

    private @Nullable Difference difference() {
        if (mismatches.isEmpty() || mismatched == null) {
            if (!fits(rootsOfEntries)) {
                return rewritten(OptionalLong.empty());
            }
            if (inBundles != null) {
                return inBundles;
            }
            return inTiles != null ? inTiles : stored.copyDifference().orElse(null);
        }
        long index = mismatches.firstIndex();
        if (fits(rootsOfLeaves)) {
            return mismatches.inEntries(mismatched);
        }
        if (fits(rootsOfEntries)) {
            TilePath path = mismatched;
            int position = (int) (index % TilePath.WIDTH);
            return new Difference.TileChanged(
                    TilePath.hashes(0, path.index(), path.width()), position);
        }
        return rewritten(OptionalLong.of(index));
    }

    private boolean fits(Map<Long, Hash> roots) {
        return checkpoints.stream().allMatch(c -> c.root().equals(roots.get(c.size())));
    }

    private Difference rewritten(OptionalLong index) {
        long good = 0;
        for (Checkpoint checkpoint : checkpoints) {
            if (!checkpoint.root().equals(rootsOfEntries.get(checkpoint.size()))) {
                return new Difference.HistoryRewritten(good, checkpoint.size(), index);
            }
            good = checkpoint.size();
        }
        throw new IllegalStateException("every checkpoint fits");
    }
}
