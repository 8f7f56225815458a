package org.ytterby.simulator;

import java.util.SplittableRandom;

/// Random numbers in independent streams, each named by what it decides, so that planting something
/// in one place leaves every other draw as it was.
final class Streams {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;

    Streams(SplittableRandom source) {
        seed = source.nextLong();
    }

    /// The stream of a name, always from its beginning.
    SplittableRandom named(String name) {
        return named(name, 0);
    }

    /// The stream of a name and a number, such as a month.
    SplittableRandom named(String name, int number) {
        long hash = FNV_OFFSET; // FNV-1a, 64 bit
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ number) * FNV_PRIME;
        return new SplittableRandom(seed ^ new SplittableRandom(hash).nextLong());
    }
}
