package org.ytterby.core.plan.allocation;

import java.util.List;

/// A plan, or why there is none.
public sealed interface Outcome {
    /// A plan whose tonnes sum to the total.
    record Planned(Allocation allocation) implements Outcome {}

    /// Inputs that contradict each other.
    ///
    /// @param gaps in tonnes, from the whole down
    /// @param relaxations what the fixed order would do about it
    /// @param unplacedT what it could not place even so, whole tonnes
    record Contradicted(List<Gap> gaps, List<Relaxation> relaxations, long unplacedT)
            implements Outcome {
        /// All gaps together, whole tonnes.
        public long gapT() {
            return gaps.stream().mapToLong(Gap::tonnes).sum();
        }
    }
}
