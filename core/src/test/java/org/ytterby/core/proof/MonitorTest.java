package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class MonitorTest {
    private static final int SIZE = 700;
    private static final int[] SIZES = {100, 300, SIZE};

    private final SmallLog log = new SmallLog(SIZES);
    private final Map<String, byte[]> files = log.tiles().files();
    private Checkpoint latest = log.checkpoint(SIZE);

    private Monitor.Outcome rebuilt(Integer... earlier) {
        List<Checkpoint> kept = List.of(earlier).stream().map(log::checkpoint).toList();
        return Monitor.rebuild(log.tiles(), latest, kept);
    }

    private void assertFirst(Difference expected, Integer... earlier) {
        assertThat(rebuilt(earlier)).isEqualTo(new Monitor.Outcome.Different(expected));
    }

    /// Changes the entries and writes their bundles, leaving tiles alone.
    private void rows(Consumer<List<byte[]>> change) {
        List<byte[]> entries = new ArrayList<>(log.bytes(SIZE));
        change.accept(entries);
        MemoryLog other = new MemoryLog();
        other.put(entries);
        files.keySet().removeIf(path -> path.startsWith("tile/entries/"));
        other.files()
                .forEach((path, bytes) -> {
                    if (path.startsWith("tile/entries/")) {
                        files.put(path, bytes);
                    }
                });
    }

    @Test
    void anUntouchedLogIsWhole() {
        assertThat(rebuilt(0, 100, 300)).isEqualTo(new Monitor.Outcome.Whole(SIZE, latest.root()));
    }

    @Test
    void anEmptyLogIsWhole() {
        latest = log.checkpoint(0);
        assertThat(rebuilt()).isEqualTo(new Monitor.Outcome.Whole(0, TreeHasher.EMPTY));
    }

    @Test
    void noByteOfAnyFileCanBeChanged() {
        List<String> paths = List.copyOf(files.keySet());
        Property.forAll(
                250,
                random -> {
                    String path = paths.get(random.nextInt(paths.size()));
                    byte[] bytes = log.tiles().file(path);
                    byte[] changed = bytes.clone();
                    changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    files.put(path, changed);
                    assertThat(rebuilt()).as(path).isInstanceOf(Monitor.Outcome.Different.class);
                    files.put(path, bytes);
                });
    }

    @Test
    void noFileCanBeMissingFromTheNewestTree() {
        for (String path : List.of("tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001")) {
            byte[] bytes = files.remove(path);
            assertFirst(new Difference.Missing(TilePath.parse(path)));
            files.put(path, bytes);
        }
    }

    @Test
    void aChangedEntryIsNamed() {
        rows(entries -> entries.get(411)[40] ^= 1);
        assertFirst(new Difference.EntryChanged(411));
    }

    @Test
    void swappedEntriesAreNamed() {
        rows(entries -> entries.set(600, entries.set(5, entries.get(600))));
        assertFirst(new Difference.EntriesSwapped(5, 600));
    }

    @Test
    void neighboursThatWereSwappedAreNamed() {
        rows(entries -> entries.set(6, entries.set(5, entries.get(6))));
        assertFirst(new Difference.EntriesSwapped(5, 6));
    }

    @Test
    void anEntryThatWasMovedIsNamed() {
        rows(entries -> entries.add(20, entries.remove(10)));
        assertFirst(new Difference.EntryMoved(10, 20));
        rows(entries -> entries.add(10, entries.remove(20)));
        assertFirst(new Difference.EntryMoved(20, 10));
    }

    @Test
    void aRemovedEntryIsNamed() {
        rows(entries -> entries.remove(650));
        files.put("tile/entries/002.p/188", log.tiles().file("tile/entries/002.p/187"));
        files.remove("tile/entries/002.p/187");
        assertFirst(new Difference.EntryRemoved(650));
    }

    @Test
    void anInsertedEntryIsNamed() {
        rows(entries -> entries.add(650, new byte[] {1, 2, 3}));
        files.put("tile/entries/002.p/188", log.tiles().file("tile/entries/002.p/189"));
        assertFirst(new Difference.EntryInserted(650));
    }

    @Test
    void anEntryCutOffIsNamed() {
        rows(entries -> entries.removeLast());
        files.put("tile/entries/002.p/188", log.tiles().file("tile/entries/002.p/187"));
        files.remove("tile/entries/002.p/187");
        assertFirst(new Difference.Unreadable(TilePath.entries(2, 188), 187));
    }

    @Test
    void aChangedHashIsNamed() {
        log.tiles().file("tile/0/001")[70] ^= 1;
        assertFirst(new Difference.TileChanged(TilePath.hashes(0, 1, 256), 2));
    }

    @Test
    void aChangedHashAboveTheLeavesIsNamed() {
        log.tiles().file("tile/1/000.p/2")[40] ^= 1;
        files.keySet().remove("tile/1/000.p/1");
        assertFirst(new Difference.TileChanged(TilePath.hashes(1, 0, 2), 1));
    }

    @Test
    void aChangedCopyFromEarlierIsNamed() {
        log.tiles().file("tile/0/000.p/100")[0] ^= 1;
        assertFirst(
                new Difference.CopyChanged(
                        TilePath.hashes(0, 0, 100), TilePath.hashes(0, 0, TilePath.WIDTH)));
    }

    /// The later copy may be a part itself: the newest tree need not fill the tile.
    @Test
    void aChangedCopyNamesTheOneThatIsKeptAfterIt() {
        log.tiles().file("tile/1/000.p/1")[0] ^= 1;
        TilePath later = TilePath.hashes(1, 0, 2);
        Difference difference = new Difference.CopyChanged(TilePath.hashes(1, 0, 1), later);
        assertFirst(difference);
        assertThat(difference.en()).endsWith(later.toString());
    }

    @Test
    void aBundleWithMoreBehindItIsNamed() {
        byte[] bytes = log.tiles().file("tile/entries/002.p/188");
        files.put("tile/entries/002.p/188", Arrays.copyOf(bytes, bytes.length + 1));
        assertFirst(new Difference.Unreadable(TilePath.entries(2, 188), 188));
    }

    /// The owner of the log changes an entry, makes every tile anew and signs again.
    @Test
    void rewrittenHistoryIsFoundByAKeptCheckpoint() {
        List<byte[]> entries = new ArrayList<>(log.bytes(SIZE));
        entries.set(250, new byte[] {1});
        files.clear();
        log.tiles().put(entries);
        latest =
                new Checkpoint(
                        latest.origin(),
                        SIZE,
                        new ProofMaker(ReferenceTree.tree(entries)).root(SIZE));
        assertThat(rebuilt(100)).isInstanceOf(Monitor.Outcome.Whole.class);
        assertFirst(new Difference.HistoryRewritten(100, 300, OptionalLong.empty()), 100, 300);
        assertFirst(new Difference.HistoryRewritten(0, 300, OptionalLong.empty()), 300);
    }

    /// Whoever changes entries and tiles, but cannot sign.
    @Test
    void rewrittenHistoryIsFoundByTheCheckpointItself() {
        List<byte[]> entries = new ArrayList<>(log.bytes(SIZE));
        entries.set(250, new byte[] {1});
        files.clear();
        log.tiles().put(entries);
        assertFirst(new Difference.HistoryRewritten(100, SIZE, OptionalLong.empty()), 100);
    }

    @Test
    void aRolledBackCheckpointIsNamed() {
        latest = log.checkpoint(300);
        assertFirst(
                new Difference.RolledBack(log.checkpoint(SIZE), log.checkpoint(300)), 100, SIZE);
    }

    @Test
    void twoRootsOfOneSizeAreNamed() {
        Checkpoint other = new Checkpoint(latest.origin(), 300, TreeHasher.EMPTY);
        assertThat(Monitor.rebuild(log.tiles(), latest, List.of(log.checkpoint(300), other)))
                .isEqualTo(
                        new Monitor.Outcome.Different(
                                new Difference.SplitView(log.checkpoint(300), other)));
    }

    @Test
    void everyKindHasWordsInBothLanguages() {
        rows(entries -> entries.get(411)[40] ^= 1);
        Difference changed = new Difference.EntryChanged(411);
        assertThat(changed.code()).isEqualTo("entry-changed");
        assertThat(changed.en()).isEqualTo("entry 411 was changed");
        assertThat(changed.zh()).isEqualTo("条目 411 被改动");
    }
}
