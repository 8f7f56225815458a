package org.ytterby.server.ledger;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Submission;

/// The one writer of a ledger: takes submissions from everybody, decides them one after the other,
/// records a batch in one transaction, then answers.
///
/// While a batch is being recorded the next one gathers, so that a busy ledger has large batches
/// and an idle one answers at once. Whatever was answered is on the disk. Safe for use by several
/// threads.
public final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    /// Most submissions that wait; more are told to come back.
    static final int WAITING_MAX = 8_192;

    /// Most submissions in a transaction.
    static final int BATCH_MAX = 1_000;

    /// Most rows in a transaction.
    static final int ROWS_MAX = 20_000;

    private static final long IDLE_MS = 200;

    /// A busy ledger looks that often for what has run out of time.
    private static final long LOOK_NS = 1_000_000_000;

    private static final long RETRY_MS = 250;
    private static final long STOP_MS = 30_000;

    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final DataSource source;
    private final Clock clock;
    private final Commits commits;
    private final Watch watch;
    private final Thread thread;
    private volatile boolean closing;
    private volatile String refusal = "the ledger is being closed";
    private long lastMicros;
    private long lookedNanos;

    /// Hears of batches after they are on the disk.
    @FunctionalInterface
    public interface Commits {
        /// @param first position of the first new entry
        /// @param next position that the next entry will get
        void committed(long first, long next);
    }

    /// Hears how batches went, those of nothing new too.
    @FunctionalInterface
    public interface Watch {
        /// @param nanos from the first look at the database to the commit
        void written(List<Answer> answers, long nanos);
    }

    record Pending(Submission submission, CompletableFuture<Answer> answer) {}

    /// A writer that nobody watches.
    public LedgerWriter(DataSource source, Clock clock, Commits commits) {
        this(source, clock, commits, (_, _) -> {});
    }

    /// Starts to write.
    public LedgerWriter(DataSource source, Clock clock, Commits commits, Watch watch) {
        this.source = source;
        this.clock = clock;
        this.commits = commits;
        this.watch = watch;
        thread = Thread.ofPlatform().name("ledger-writer").start(this::run);
    }

    /// Hands in a submission.
    ///
    /// @return its answer, or [LedgerUnavailable]: then it may have been taken or not, and sending
    ///   it again under the same key tells
    /// @throws LedgerUnavailable if too many wait or the ledger is being closed
    /// @throws Unrecordable if it holds what cannot be recorded
    public CompletableFuture<Answer> submit(Submission submission) {
        Recordable.check(submission.command());
        Pending pending = new Pending(submission, new CompletableFuture<>());
        if (closing || !waiting.offer(pending)) {
            throw new LedgerUnavailable(closing ? refusal : "too many submissions wait");
        }
        if (closing && waiting.remove(pending)) { // closed between the two
            throw new LedgerUnavailable(refusal);
        }
        return pending.answer;
    }

    /// Whether submissions are taken.
    public boolean isWriting() {
        return !closing;
    }

    /// How many submissions wait now.
    public int waiting() {
        return waiting.size();
    }

    private void run() {
        Claims claims = new Claims(new SecureRandom());
        while (!closing) {
            try (LedgerStore store = LedgerStore.claim(source.getConnection(), claims)) {
                Scribe scribe = new Scribe(store);
                while (!closing || !waiting.isEmpty()) {
                    write(scribe);
                }
            } catch (LedgerTakenOver e) { // to claim it back would be a quarrel without end
                LOG.error("this server stops writing: {}", e.getMessage());
                refusal = String.valueOf(e.getMessage());
                closing = true;
            } catch (SQLException | RuntimeException e) { // nothing else may end the only writer
                LOG.error("the ledger cannot be written, trying again", e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        refuseWaiting();
    }

    /// Records what waits, then what has run out of time: whenever there is nothing else to do, and
    /// now and then while there is.
    private void write(Scribe scribe) throws InterruptedException, SQLException {
        List<Pending> batch = nextBatch();
        long now = now();
        record(scribe, batch, now);
        if (batch.isEmpty() || System.nanoTime() - lookedNanos >= LOOK_NS) {
            lookedNanos = System.nanoTime();
            record(scribe, expiries(scribe, now), now);
        }
    }

    private void record(Scribe scribe, List<Pending> batch, long now) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            long began = System.nanoTime();
            Scribe.Written written =
                    scribe.write(batch.stream().map(Pending::submission).toList(), now);
            watch.written(written.answers(), System.nanoTime() - began);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(written.answers().get(i));
            }
            if (written.next() > written.first()) {
                commits.committed(written.first(), written.next());
            }
        } catch (SQLException | RuntimeException e) {
            LedgerUnavailable told = new LedgerUnavailable("the batch was not acknowledged", e);
            batch.forEach(pending -> pending.answer.completeExceptionally(told));
            throw e;
        }
    }

    private List<Pending> nextBatch() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        Pending first = waiting.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        int rows = 0;
        for (Pending next = first; next != null; next = waiting.poll()) {
            batch.add(next);
            rows += rows(next.submission.command());
            if (batch.size() == BATCH_MAX || rows >= ROWS_MAX) {
                break;
            }
        }
        return batch;
    }

    private static int rows(Command command) {
        return command instanceof Command.Declare declare ? declare.rows().size() : 1;
    }

    /// What has run out of time, as submissions of the ledger itself.
    private static List<Pending> expiries(Scribe scribe, long nowMicros) throws SQLException {
        return scribe.expiries(nowMicros, BATCH_MAX).stream()
                .map(expiry -> new Pending(expiry, new CompletableFuture<>()))
                .toList();
    }

    /// Never goes back, whatever the clock of the machine does.
    private long now() {
        lastMicros =
                Math.max(lastMicros, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return lastMicros;
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseWaiting() {
        List<Pending> left = new ArrayList<>();
        waiting.drainTo(left);
        LedgerUnavailable told = new LedgerUnavailable(refusal);
        left.forEach(pending -> pending.answer.completeExceptionally(told));
    }

    /// Records what waits, then stops.
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
