package org.ytterby.benchmarks.speed;

import org.ytterby.core.genealogy.Reach;

/// What a backward trace found, in a form that every rival can give.
///
/// @param lots how many, the traced one among them
/// @param sum of their numbers
record Traced(long lots, long sum) {
    private static final class Sum implements Reach.Visitor {
        private long sum;

        @Override
        public void visit(int node, int depth) {
            sum += node;
        }
    }

    static Traced of(Reach reach) {
        Sum sum = new Sum();
        reach.forEach(sum);
        return new Traced(reach.size(), sum.sum);
    }
}
