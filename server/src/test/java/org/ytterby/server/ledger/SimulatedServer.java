package org.ytterby.server.ledger;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Submission;

/// A server of a simulation: the loop of the ledger's writer, a step at a time, around the real
/// [Scribe].
final class SimulatedServer {
    private final SimulatedDisk disk;
    private final SimulatedDisk.Faults faults;
    private final BiConsumer<Submission, Optional<Answer>> replies;
    private final Deque<Submission> queue = new ArrayDeque<>();
    private final List<Scribe.Written> written;
    private @Nullable Scribe scribe;
    private final RandomGenerator random;
    private Claims claims;
    private boolean isTakenOver;
    private long lastMicros;

    /// @param replies hears what is answered; empty for: not acknowledged, send it again
    /// @param written hears of what was recorded
    SimulatedServer(
            SimulatedDisk disk,
            SimulatedDisk.Faults faults,
            RandomGenerator random,
            BiConsumer<Submission, Optional<Answer>> replies,
            List<Scribe.Written> written) {
        this.disk = disk;
        this.faults = faults;
        this.random = random;
        claims = new Claims(random);
        this.replies = replies;
        this.written = written;
    }

    boolean isTakenOver() {
        return isTakenOver;
    }

    /// Whether nothing waits to be recorded.
    boolean isIdle() {
        return queue.isEmpty();
    }

    /// Takes a submission, or says at once that it does not.
    void receive(Submission submission) {
        if (isTakenOver) {
            replies.accept(submission, Optional.empty());
        } else {
            queue.add(submission);
        }
    }

    /// Loses all that is not on the disk, and whoever waits for it; it starts as another process.
    void crash() {
        claims = new Claims(random);
        isTakenOver = false;
        queue.clear();
        scribe = null;
        lastMicros = 0;
    }

    /// Records one batch, or what ran out of time if nothing waits.
    ///
    /// @param most submissions
    /// @return how many entries were recorded
    long step(long clockMicros, int most) {
        if (isTakenOver) {
            return 0;
        }
        lastMicros = Math.max(lastMicros, clockMicros);
        List<Submission> batch = new ArrayList<>();
        while (!queue.isEmpty() && batch.size() < most) {
            batch.add(queue.remove());
        }
        try {
            return write(batch, most);
        } catch (LedgerTakenOver e) {
            isTakenOver = true;
            scribe = null;
            batch.addAll(queue);
            queue.clear();
        } catch (SQLException e) {
            scribe = null;
        } catch (RuntimeException e) { // what it knows and what it reads may be of two times
            if (disk.isWriter(claims)) {
                throw new AssertionError("the one writer fails", e);
            }
            scribe = null;
        }
        batch.forEach(submission -> replies.accept(submission, Optional.empty()));
        return 0;
    }

    private long write(List<Submission> batch, int most) throws SQLException {
        Scribe mine = scribe;
        if (mine == null) {
            mine = new Scribe(disk.claim(claims, faults));
            scribe = mine;
        }
        boolean isOwn = batch.isEmpty();
        List<Submission> all = isOwn ? mine.expiries(lastMicros, most) : batch;
        if (all.size() > most) {
            throw new AssertionError(all.size() + " expire at once, not " + most);
        }
        if (all.isEmpty()) {
            return 0;
        }
        Scribe.Written done = mine.write(all, lastMicros);
        written.add(done);
        if (done.answers().size() != all.size()) {
            throw new AssertionError("answers " + done.answers().size() + " of " + all.size());
        }
        for (int i = 0; i < all.size() && !isOwn; i++) {
            replies.accept(all.get(i), Optional.of(done.answers().get(i)));
        }
        return done.next() - done.first();
    }
}
