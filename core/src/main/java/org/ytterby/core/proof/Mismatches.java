package org.ytterby.core.proof;

import org.jspecify.annotations.Nullable;

/// Places where the hash of an entry is not the leaf hash that was logged, and what they tell of
/// it.
final class Mismatches {
    private @Nullable Mismatch first;

    /// The one behind the first.
    private @Nullable Mismatch next;

    /// Where the entry was logged that now stands at the first.
    private @Nullable Mismatch nowHere;

    /// Where the entry now stands that was logged at the first.
    private @Nullable Mismatch nowThere;

    /// @param found hash of the entry that stands there; null if none can be read
    /// @param logged leaf hash in the tile
    private record Mismatch(long index, @Nullable Hash found, Hash logged) {}

    boolean isEmpty() {
        return first == null;
    }

    /// Takes them by rising index, and keeps the few that are asked for.
    void add(long index, @Nullable Hash found, Hash logged) {
        Mismatch one = new Mismatch(index, found, logged);
        if (first == null) {
            first = one;
            return;
        }
        if (index == first.index + 1) {
            next = one;
        }
        if (nowHere == null && logged.equals(first.found)) {
            nowHere = one;
        }
        if (nowThere == null && first.logged.equals(found)) {
            nowThere = one;
        }
    }

    /// @throws IllegalStateException if there is none
    long firstIndex() {
        return first().index;
    }

    private Mismatch first() {
        if (first == null) {
            throw new IllegalStateException("no mismatch");
        }
        return first;
    }

    /// What happened to the entries, given that the leaf hashes are right.
    ///
    /// @param bundle of the first mismatch
    Difference inEntries(TilePath bundle) {
        Mismatch one = first();
        if (one.found == null) {
            return new Difference.Unreadable(bundle, (int) (one.index % TilePath.WIDTH));
        }
        if (nowHere != null && nowHere.equals(nowThere)) {
            return new Difference.EntriesSwapped(one.index, nowHere.index);
        }
        if (next != null && next.equals(nowHere)) {
            return nowThere == null
                    ? new Difference.EntryRemoved(one.index)
                    : new Difference.EntryMoved(one.index, nowThere.index);
        }
        if (next != null && next.equals(nowThere)) {
            return nowHere == null
                    ? new Difference.EntryInserted(one.index)
                    : new Difference.EntryMoved(nowHere.index, one.index);
        }
        return new Difference.EntryChanged(one.index);
    }
}
