package org.ytterby.core.architecture.effects;

/// Answers differently from one moment to the next.
public final class AsksTheSystemClock {
    private AsksTheSystemClock() {}

    public static long moment() {
        return System.nanoTime();
    }
}
