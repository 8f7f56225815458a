package org.ytterby.benchmarks.speed;

import org.ytterby.core.genealogy.Reach;

/// What a backward trace found, in a form that every rival can give.
///
/// @param lots how many, the traced one among them
/// @param sum of their numbers
record Traced(long lots, long sum) {
    static Traced of(Reach reach) {
        long sum = 0;
        for (int i = 0; i < reach.size(); i++) {
            sum += reach.node(i);
        }
        return new Traced(reach.size(), sum);
    }
}
