package org.ytterby.server.analysis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ytterby.server.identity.TooManyRequests;

/// Who listens, and how many may. Safe for use by several threads.
final class Listeners {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final int perCaller;
    private final int most;
    private final Map<String, Integer> seats = new HashMap<>();
    private int taken;

    Listeners(int perCaller, int most) {
        this.perCaller = perCaller;
        this.most = most;
    }

    /// One listener; closed when it is gone.
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws TooManyRequests if the caller has as many as one may have, or all are taken
    synchronized Seat seat(String caller) {
        int own = seats.getOrDefault(caller, 0);
        if (own >= perCaller || taken >= most) {
            throw new TooManyRequests("too many listeners", "监听连接过多", WAIT);
        }
        seats.put(caller, own + 1);
        taken++;
        return () -> leave(caller);
    }

    private synchronized void leave(String caller) {
        seats.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
        taken--;
    }
}
