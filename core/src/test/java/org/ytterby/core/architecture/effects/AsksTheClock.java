package org.ytterby.core.architecture.effects;

import java.time.Instant;

/// Answers differently from one moment to the next.
public final class AsksTheClock {
    private AsksTheClock() {}

    public static Instant moment() {
        return Instant.now();
    }
}
