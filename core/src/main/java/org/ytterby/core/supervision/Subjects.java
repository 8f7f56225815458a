package org.ytterby.core.supervision;

import java.util.List;

/// What statistical rules judge: lots, transfers, facilities, with one p-value each.
interface Subjects {
    /// How many there are; the accessors take `0 <= i < size()`.
    int size();

    Rule rule(int i);

    /// Probability of such data without offence, `0..1`.
    double p(int i);

    /// Writes the finding about a subject; called only if it is made.
    Draft draft(int i);

    /// A few subjects, each with its own finding at hand.
    static Subjects of(List<Suspicion> suspicions) {
        return new Subjects() {
            @Override
            public int size() {
                return suspicions.size();
            }

            @Override
            public Rule rule(int i) {
                return suspicions.get(i).rule();
            }

            @Override
            public double p(int i) {
                return suspicions.get(i).p();
            }

            @Override
            public Draft draft(int i) {
                return suspicions.get(i).draft().get();
            }
        };
    }
}
