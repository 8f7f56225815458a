package org.ytterby.server.analysis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Finding;

/// Tells whoever waits that there is another generation, and remembers what the last ones found.
///
/// Safe for use by several threads.
final class Waiting {
    /// Generations whose findings are remembered.
    static final int REMEMBERED_MAX = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Found> found = new ArrayDeque<>();
    private boolean ended;

    /// What one generation found.
    ///
    /// @param registry who was who then
    record Found(long position, List<Finding> findings, Registry registry) {
        static Found of(Generation generation) {
            return new Found(
                    generation.position(),
                    generation.reconciliation().findings(),
                    generation.reconciliation().ledger().registry());
        }
    }

    void made(Generation generation) {
        made(Found.of(generation));
    }

    void made(Found newest) {
        lock.lock();
        try {
            found.addLast(newest);
            if (found.size() > REMEMBERED_MAX) {
                found.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What was found at a position; empty if that is not remembered.
    Optional<Found> at(long position) {
        lock.lock();
        try {
            return found.stream().filter(each -> each.position == position).findFirst();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for what was found beyond a position.
    ///
    /// @return the newest; empty if there was none in time, or waiting has ended
    Optional<Found> beyond(long position, Duration patience) throws InterruptedException {
        long leftNs = patience.toNanos();
        lock.lock();
        try {
            while (!ended && leftNs > 0 && !isBeyond(position)) {
                leftNs = changed.awaitNanos(leftNs);
            }
            return !ended && isBeyond(position) ? Optional.of(found.getLast()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBeyond(long position) {
        return !found.isEmpty() && found.getLast().position > position;
    }

    /// Ends all waiting for good.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
