package org.ytterby.core.architecture.effects;

import java.util.random.RandomGenerator;

/// Answers differently from one call to the next.
public final class DrawsLots {
    private DrawsLots() {}

    public static int drawn() {
        return RandomGenerator.getDefault().nextInt();
    }
}
