package org.ytterby.core.supervision;

import java.util.function.Supplier;

/// One subject of a statistical rule: its p-value, and the finding to write should it be believed.
///
/// @param p probability of such data without offence, `0..1`
/// @param draft writes the finding; called only if it is made
record Suspicion(Rule rule, double p, Supplier<Draft> draft) {
    Suspicion {
        requireProbability(rule, p);
    }

    /// @throws IllegalArgumentException if `p` is no probability
    static void requireProbability(Rule rule, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(rule + ": not a probability: " + p);
        }
    }
}
