package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MismatchesTest {
    private static final int SIZE = 5_000;

    /// What is said of a log whose entries were changed after their hashes were logged.
    private static Difference after(Consumer<List<Hash>> change) {
        List<Hash> logged = LongStream.range(0, SIZE).mapToObj(i -> new Hash(i, 0, 0, 0)).toList();
        List<Hash> found = new ArrayList<>(logged);
        change.accept(found);
        Mismatches mismatches = new Mismatches();
        for (int i = 0; i < SIZE; i++) {
            if (!logged.get(i).equals(found.get(i))) {
                mismatches.add(i, found.get(i), logged.get(i));
            }
        }
        return mismatches.inEntries(TilePath.entries(0, TilePath.WIDTH));
    }

    @Test
    void anEntryMovedFarIsNotTakenForARemovedOne() {
        assertThat(after(found -> found.add(4_000, found.remove(10))))
                .isEqualTo(new Difference.EntryMoved(10, 4_000));
        assertThat(after(found -> found.add(10, found.remove(4_000))))
                .isEqualTo(new Difference.EntryMoved(4_000, 10));
    }

    @Test
    void entriesSwappedFarApartAreNamed() {
        assertThat(after(found -> found.set(4_999, found.set(0, found.get(4_999)))))
                .isEqualTo(new Difference.EntriesSwapped(0, 4_999));
    }
}
