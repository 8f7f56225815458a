package org.ytterby.simulator;

import java.util.SplittableRandom;

/// Ordinary slips of the hand, found and put right by those who made them.
final class Clerk {
    /// A slip comes to about this many times the true mass.
    static final double WRONG_FACTOR = 10;

    private final Streams streams;
    private final double wrongRate;
    private final double twiceRate;

    /// What went wrong with a record at first.
    enum Slip {
        NONE,
        /// The mass was wrong and is corrected by another record.
        WRONG,
        /// It was entered twice and the second one is cancelled.
        TWICE
    }

    Clerk(Streams streams, Assumptions assumptions) {
        this.streams = streams;
        wrongRate = assumptions.value("correction_rate");
        twiceRate = assumptions.value("cancellation_rate");
    }

    Slip slip(String record) {
        SplittableRandom draws = streams.named(record);
        double draw = draws.nextDouble();
        if (draw < wrongRate) {
            return Slip.WRONG;
        }
        return draw < wrongRate + twiceRate ? Slip.TWICE : Slip.NONE;
    }
}
