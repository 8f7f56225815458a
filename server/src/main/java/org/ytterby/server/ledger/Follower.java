package org.ytterby.server.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that works behind the commits: told that there may be something new, it takes steps
/// until there is nothing more, then rests.
///
/// A step that fails is taken again after a moment, for as long as it fails: whoever follows the
/// ledger begins again from what is recorded. Safe for use by several threads.
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /// Looks by itself that often, in case that nobody tells.
    private static final Duration REST = Duration.ofSeconds(1);

    private static final long STOP_MS = 15_000;

    private final String name;
    private final Step step;
    private final Thread thread;
    private volatile boolean closing;

    /// A piece of the work.
    @FunctionalInterface
    public interface Step {
        /// @return whether there may be more
        boolean take() throws InterruptedException;
    }

    private Follower(String name, Step step) {
        this.name = name;
        this.step = step;
        thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /// Starts to follow.
    public static Follower start(String name, Step step) {
        Follower follower = waiting(name, step);
        follower.begin();
        return follower;
    }

    /// Takes no step before it is told to begin.
    public static Follower waiting(String name, Step step) {
        return new Follower(name, step);
    }

    /// Starts to follow; once.
    public void begin() {
        thread.start();
    }

    /// Says that there may be something new.
    public void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closing) {
            try {
                if (!step.take()) {
                    LockSupport.parkNanos(REST.toNanos());
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) { // a follower that ended would fall behind unseen
                LOG.warn("{} failed and will try again", name, e);
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    /// Ends after the step that is being taken.
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
