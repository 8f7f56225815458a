package org.ytterby.server.postgres;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches a postmaster and starts another when it dies.
final class Supervision {
    /// The pause before a restart doubles with each in a row, to this; a server that served for a
    /// minute starts the row anew.
    private static final long PAUSE_MS_MAX = 8_000;

    private static final long FIRST_PAUSE_MS = 250;
    private static final int DOUBLINGS_MAX = 5;
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
                watch();
            }
        } catch (InterruptedException e) {
            // close() interrupts us; nobody else knows this thread
            Thread.currentThread().interrupt();
        }
    }

    private void watch() throws InterruptedException {
        long since = System.nanoTime();
        try {
            awaitDeath();
            if (System.nanoTime() - since > STEADY_NS) {
                restarts = 0;
            }
            tell(new PostgresEvent.Died(postmaster.pid(), log.sinceStart()));
            if (!isClosing) {
                postmaster = restarted();
                tell(new PostgresEvent.Restarted(postmaster.pid()));
            }
        } catch (PostgresUnavailable e) { // its log cannot be read; the watch must not end for that
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            Thread.sleep(POLL_MS);
        }
    }

    private void awaitDeath() throws InterruptedException {
        for (int polls = 1; !postmaster.endsWithin(POLL_MS); polls++) {
            if (polls % POLLS_BETWEEN_PRUNINGS == 0) {
                log.prune();
            }
        }
    }

    /// Tries until it serves. What is in its way, such as a full disk, may go away at any time, and
    /// nobody else would start it then.
    private Postmaster restarted() throws InterruptedException {
        while (true) {
            if (restarts > 0) {
                long pause = FIRST_PAUSE_MS << Math.min(restarts, DOUBLINGS_MAX);
                Thread.sleep(Math.min(pause, PAUSE_MS_MAX));
            }
            restarts++;
            try {
                log.prune();
                Launcher.Outcome outcome = launcher.start();
                Optional<Postmaster> started = outcome.postmaster();
                if (started.isPresent()) {
                    return started.get();
                }
                throw EmbeddedPostgres.unavailable(launcher.port(), outcome);
            } catch (PostgresUnavailable e) {
                tell(new PostgresEvent.NotRestarted(e));
            }
        }
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
