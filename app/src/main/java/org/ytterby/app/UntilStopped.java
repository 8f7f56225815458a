package org.ytterby.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds back the end of the process until a service has tidied up.
///
/// Opened before the service and closed after it.
final class UntilStopped implements AutoCloseable {
    private static final long TIDYING_S = 60;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch tidied = new CountDownLatch(1);

    UntilStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private void stop() {
        stopped.countDown();
        try {
            tidied.await(TIDYING_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the process is asked to end.
    void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tidied.countDown();
    }
}
