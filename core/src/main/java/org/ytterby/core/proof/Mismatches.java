package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Places where the hash of an entry is not the leaf hash that was logged, and what they tell of
/// it.
final class Mismatches {
    /// Enough to recognise what happened; further ones are passed over.
    private static final int KEPT = 1024;

    private final List<Mismatch> first = new ArrayList<>();

    /// @param found hash of the entry that stands there; null if none can be read
    /// @param logged leaf hash in the tile
    private record Mismatch(long index, @Nullable Hash found, Hash logged) {
        boolean isFound(Hash hash) {
            return hash.equals(found);
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    void add(long index, @Nullable Hash found, Hash logged) {
        if (first.size() < KEPT) {
            first.add(new Mismatch(index, found, logged));
        }
    }

    long firstIndex() {
        return first.getFirst().index;
    }

    /// What happened to the entries, given that the leaf hashes are right.
    ///
    /// @param bundle of the first mismatch
    Difference inEntries(TilePath bundle) {
        Mismatch one = first.getFirst();
        Hash found = one.found;
        if (found == null) {
            return new Difference.Unreadable(bundle, (int) (one.index % TilePath.WIDTH));
        }
        Optional<Mismatch> nowHere = find(other -> other.logged.equals(found));
        Optional<Mismatch> nowThere = find(other -> other.isFound(one.logged));
        if (nowHere.isPresent() && nowHere.equals(nowThere)) {
            return new Difference.EntriesSwapped(one.index, nowHere.get().index);
        }
        Optional<Mismatch> next = find(other -> other.index == one.index + 1);
        if (next.isPresent() && next.equals(nowHere)) {
            return nowThere.<Difference>map(
                            there -> new Difference.EntryMoved(one.index, there.index))
                    .orElseGet(() -> new Difference.EntryRemoved(one.index));
        }
        if (next.isPresent() && next.equals(nowThere)) {
            return nowHere.<Difference>map(here -> new Difference.EntryMoved(here.index, one.index))
                    .orElseGet(() -> new Difference.EntryInserted(one.index));
        }
        return new Difference.EntryChanged(one.index);
    }

    private Optional<Mismatch> find(Predicate<Mismatch> which) {
        return first.stream().filter(which).findFirst();
    }
}
