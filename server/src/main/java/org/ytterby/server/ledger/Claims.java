package org.ytterby.server.ledger;

import java.util.random.RandomGenerator;

/// How a server knows, when its connection broke, whether it is still the one writer.
///
/// It raises the epoch by a step of its own choice, so that it recognises an epoch that it raised
/// even where it was never told that this was recorded. Not safe for use by several threads.
final class Claims {
    private static final int STEP_MAX = 1 << 20;

    private final RandomGenerator random;
    private boolean isFirst = true;
    private long seen;
    private long raised;

    /// @param random different in each server
    Claims(RandomGenerator random) {
        this.random = random;
    }

    /// The epoch to write under. The first claim of a server takes over whoever writes; a later one
    /// only goes on where nobody took over since.
    ///
    /// @param current epoch that is recorded
    /// @throws LedgerTakenOver if it is another server's
    long raise(long current) {
        if (!isFirst && current != seen && current != raised) {
            throw new LedgerTakenOver();
        }
        isFirst = false;
        seen = current;
        raised = current + 1 + random.nextInt(STEP_MAX);
        return raised;
    }
}
