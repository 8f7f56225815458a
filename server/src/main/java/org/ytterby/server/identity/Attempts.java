package org.ytterby.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down whoever guesses passwords: after some failures a name has to wait.
///
/// Remembers the names tried last. Safe for use by several threads.
final class Attempts {
    static final int FAILURES_MAX = 5;
    static final Duration WAIT = Duration.ofMinutes(1);

    private static final int NAMES_MAX = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > NAMES_MAX;
                }
            };

    private record Failures(int count, long lastMs) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /// How long a name still has to wait; zero if it may try.
    synchronized Duration wait(String name) {
        Failures known = failures.get(name);
        if (known == null || known.count < FAILURES_MAX) {
            return Duration.ZERO;
        }
        long leftMs = known.lastMs + WAIT.toMillis() - clock.millis();
        return leftMs > 0 ? Duration.ofMillis(leftMs) : Duration.ZERO;
    }

    synchronized void failed(String name) {
        Failures known = failures.remove(name);
        failures.put(name, new Failures(known == null ? 1 : known.count + 1, clock.millis()));
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }
}
