package org.ytterby.server.postgres;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches a postmaster and starts another when it dies.
final class Supervision {
    /// Restarts in a row, before it is given up; one that served for a minute starts the row anew.
    private static final int RESTARTS_MAX = 6;

    private static final long FIRST_PAUSE_MS = 250;
    private static final long STEADY_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long POLL_MS = 500;
    private static final int POLLS_BETWEEN_PRUNINGS = 7_200;

    private final Launcher launcher;
    private final ServerLog log;
    private final Consumer<PostgresEvent> listener;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile Postmaster postmaster;
    private volatile boolean isClosing;
    private int restarts;

    Supervision(Launcher launcher, Postmaster postmaster, Consumer<PostgresEvent> listener) {
        this.launcher = launcher;
        this.log = new ServerLog(launcher.installation().folders());
        this.postmaster = postmaster;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Postmaster postmaster() {
        return postmaster;
    }

    CompletableFuture<Void> end() {
        return end;
    }

    private void run() {
        try {
            while (!isClosing) {
                long since = System.nanoTime();
                awaitDeath();
                if (System.nanoTime() - since > STEADY_NS) {
                    restarts = 0;
                }
                tell(new PostgresEvent.Died(postmaster.pid(), log.sinceStart()));
                if (isClosing) {
                    return;
                }
                postmaster = restarted();
                tell(new PostgresEvent.Restarted(postmaster.pid()));
            }
        } catch (InterruptedException e) {
            // close() interrupts us; nobody else knows this thread
            Thread.currentThread().interrupt();
        } catch (PostgresUnavailable e) {
            if (!isClosing) {
                end.completeExceptionally(e);
                tell(new PostgresEvent.GivenUp(e));
            }
        }
    }

    private void awaitDeath() throws InterruptedException {
        for (int polls = 1; !postmaster.endsWithin(POLL_MS); polls++) {
            if (polls % POLLS_BETWEEN_PRUNINGS == 0) {
                log.prune();
            }
        }
    }

    private Postmaster restarted() throws InterruptedException {
        PostgresUnavailable reason =
                PostgresUnavailable.because(
                                "The database died again and again and is not started any more.",
                                "数据库反复终止，不再重新启动。")
                        .with(log.sinceStart());
        while (restarts < RESTARTS_MAX) {
            if (restarts > 0) {
                Thread.sleep(FIRST_PAUSE_MS << restarts);
            }
            restarts++;
            Launcher.Outcome outcome = launcher.start();
            Optional<Postmaster> started = outcome.postmaster();
            if (started.isPresent()) {
                return started.get();
            }
            reason = EmbeddedPostgres.unavailable(launcher.port(), outcome);
        }
        throw reason;
    }

    /// A listener that throws is reported as the thread's handler does, and serving goes on.
    private void tell(PostgresEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /// Ends the watch, then the server. The listener may ask for it, too.
    void close() throws InterruptedException {
        isClosing = true;
        if (!Thread.currentThread().equals(thread)) {
            thread.interrupt();
            thread.join();
        }
        launcher.stop(postmaster);
        end.complete(null);
    }
}
