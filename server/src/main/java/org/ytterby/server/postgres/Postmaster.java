package org.ytterby.server.postgres;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running postmaster, our child or one that an earlier process left behind.
record Postmaster(ProcessHandle process) {
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive() && ProcessTable.isRunning(pid());
    }

    /// Whether it ended within the time. For a process that is not our child the handle alone would
    /// not do: it counts one as alive that was killed and not yet cleared away.
    boolean endsWithin(long millis) throws InterruptedException {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
