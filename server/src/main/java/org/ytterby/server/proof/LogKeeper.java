package org.ytterby.server.proof;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TileBuilder;
import org.ytterby.core.proof.TilePath;
import org.ytterby.core.proof.TreeHasher;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerUnavailable;

/// Brings new entries of the ledger into the log's tree, just behind their commit, and signs what
/// the tree has become.
final class LogKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

    /// Most entries between two checkpoints.
    private static final int ENTRIES_MAX = 65_536;

    private static final long PAUSE_NS = 200_000_000;
    private static final long RETRY_NS = 1_000_000_000;
    private static final long STOP_MS = 10_000;
    private static final int MS_PER_S = 1_000;

    private final LogStore store;
    private final LedgerReader ledger;
    private final SigningKey key;
    private final Clock clock;
    private final TreeHasher hasher = new TreeHasher();
    private final Thread thread;
    private volatile boolean closing;

    LogKeeper(LogStore store, LedgerReader ledger, SigningKey key, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
        thread = Thread.ofPlatform().name("log-keeper").start(this::run);
    }

    /// Says that there may be new entries.
    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closing) {
            try {
                keep();
            } catch (DataAccessException | LedgerUnavailable | ProofRefused e) {
                LOG.warn("the log cannot be kept: {}", e.getMessage());
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private void keep() {
        Map<TilePath, byte[]> full = new LinkedHashMap<>();
        long size = store.size();
        TileBuilder tree = TileBuilder.resume(store, size, full::put);
        while (!closing) {
            long next = Math.min(ledger.size(), size + ENTRIES_MAX);
            if (next == size) {
                LockSupport.park();
                continue;
            }
            ledger.each(size, next, (_, entry) -> tree.append(hasher.leaf(entry.bytes())));
            Map<TilePath, byte[]> tiles = new LinkedHashMap<>(full);
            tree.partials(tiles::put);
            Checkpoint checkpoint = new Checkpoint(key.verifier().name(), next, tree.root());
            SignedNote note = SignedNote.of(checkpoint.text(), key.at(clock.millis() / MS_PER_S));
            store.keep(tiles, next, note);
            full.clear();
            size = next;
            pause();
        }
    }

    /// Lets entries gather, so that a busy ledger has some checkpoints a second and not hundreds.
    private void pause() {
        long until = System.nanoTime() + PAUSE_NS;
        for (long left = PAUSE_NS; left > 0 && !closing; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
