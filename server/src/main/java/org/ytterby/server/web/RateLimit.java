package org.ytterby.server.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A bucket of tokens for each of many callers, filled evenly: so many a second, so many at once.
///
/// Of each caller one number is kept, the instant at which their bucket is full again (GCRA, ITU-T
/// I.371). Callers beyond a number of them are forgotten, longest silent first. Safe for use by
/// several threads.
final class RateLimit {
    static final int CALLERS_MAX = 100_000;

    private static final float FILL = 0.75f;
    private static final double NS_PER_S = 1e9;

    private final double nsPerToken;
    private final double roomNs;
    private final LongSupplier nanoTime;
    private final Map<String, Long> fullAtNs =
            new LinkedHashMap<>(16, FILL, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > CALLERS_MAX;
                }
            };

    /// @param perSecond tokens that a bucket gains in a second, `> 0`
    /// @param burst tokens that it holds, `>= 1`
    /// @param nanoTime a clock that never goes back, ns
    /// @throws IllegalArgumentException if the two numbers are no limit
    RateLimit(double perSecond, int burst, LongSupplier nanoTime) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "a rate needs more than 0 a second and 1 or more at once, not %s and %d"
                            .formatted(perSecond, burst));
        }
        nsPerToken = NS_PER_S / perSecond;
        roomNs = burst * nsPerToken;
        this.nanoTime = nanoTime;
    }

    /// Takes tokens.
    ///
    /// @param cost tokens; more than a bucket holds count as all that it holds
    /// @return zero if they were taken, else how long until there are as many
    synchronized Duration take(String caller, int cost) {
        long now = nanoTime.getAsLong();
        long fullAt = fullAtNs.getOrDefault(caller, now);
        long missing = Math.max(0, fullAt - now);
        double after = missing + Math.min(cost * nsPerToken, roomNs);
        if (after > roomNs) {
            return Duration.ofNanos((long) Math.ceil(after - roomNs));
        }
        fullAtNs.put(caller, now + (long) after);
        return Duration.ZERO;
    }
}
