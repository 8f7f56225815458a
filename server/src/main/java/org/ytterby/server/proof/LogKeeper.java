package org.ytterby.server.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TileBuilder;
import org.ytterby.core.proof.TilePath;
import org.ytterby.core.proof.TreeHasher;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.ledger.LedgerReader;

/// Brings new entries of the ledger into the log's tree, just behind their commit, and signs what
/// the tree has become.
final class LogKeeper implements AutoCloseable {
    /// Most entries between two checkpoints.
    private static final int ENTRIES_MAX = 65_536;

    /// Lets entries gather, so that a busy ledger has some checkpoints a second and not hundreds;
    /// where as many as one checkpoint takes have gathered already, the next follows at once.
    private static final long GATHERING_MS = 200;

    private static final Duration PRUNING = Duration.ofMinutes(10);

    private final LogStore store;
    private final CheckpointStore checkpoints;
    private final Cosigners cosigners;
    private final LedgerReader ledger;
    private final SigningKey key;
    private final Clock clock;
    private final TreeHasher hasher = new TreeHasher();
    private final Follower follower;
    private @Nullable Tree tree;
    private Instant nextPruning = Instant.MIN;

    LogKeeper(
            LogStore store,
            CheckpointStore checkpoints,
            Cosigners cosigners,
            LedgerReader ledger,
            SigningKey key,
            Clock clock) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.cosigners = cosigners;
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
        follower = Follower.start("log-keeper", this::keep);
    }

    /// The tree as it is kept.
    ///
    /// @param full tiles that were filled since
    private record Tree(long size, TileBuilder builder, Map<TilePath, byte[]> full) {}

    /// Says that there may be new entries.
    void wake() {
        follower.wake();
    }

    private boolean keep() throws InterruptedException {
        Tree before = tree;
        tree = null; // what fails half-way is not gone on with
        if (before == null) {
            before = kept();
        }
        long most = before.size() + ENTRIES_MAX;
        long next = Math.min(ledger.size(), most);
        boolean isMore = next > before.size();
        tree = isMore ? grown(before, next) : before;
        if (isMore) {
            cosigners.wake();
            prune(clock.instant());
        }
        if (isMore && next < most) {
            Thread.sleep(GATHERING_MS);
        }
        return isMore;
    }

    private void prune(Instant now) {
        if (now.isAfter(nextPruning)) {
            checkpoints.prune(ChronoUnit.MICROS.between(Instant.EPOCH, now));
            nextPruning = now.plus(PRUNING);
        }
    }

    private Tree kept() {
        long size = checkpoints.size();
        Map<TilePath, byte[]> full = new LinkedHashMap<>();
        return new Tree(size, TileBuilder.resume(store, size, full::put), full);
    }

    private Tree grown(Tree before, long next) {
        TileBuilder builder = before.builder();
        ledger.each(before.size(), next, (_, entry) -> builder.append(hasher.leaf(entry.bytes())));
        Map<TilePath, byte[]> tiles = new LinkedHashMap<>(before.full());
        builder.partials(tiles::put);
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), next, builder.root());
        Instant now = clock.instant();
        SignedNote note = SignedNote.of(checkpoint.text(), key.at(now.getEpochSecond()));
        store.keep(
                tiles,
                () ->
                        checkpoints.keep(
                                next,
                                note,
                                ChronoUnit.MICROS.between(Instant.EPOCH, now),
                                cosigners.areNone()));
        before.full().clear();
        return new Tree(next, builder, before.full());
    }

    @Override
    public void close() {
        follower.close();
    }
}
