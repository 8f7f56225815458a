package org.ytterby.core.plan.allocation;

/// One line of the score: an indicator, its weight, and a benchmark that was fixed beforehand.
///
/// @param indicator name of the figure, also the line's code
/// @param en what the line is called
/// @param zh the same in Chinese
/// @param weight share of the whole score, the weights of a stage sum to 1
public record ScoreLine(
        String indicator, String en, String zh, double weight, Benchmark benchmark) {
    /// What counts as full performance.
    ///
    /// @param value above 0
    /// @param fixedMicros the day on which it was fixed, before the data were looked at
    /// @param source document or computation
    public record Benchmark(
            Direction direction, double value, String unit, long fixedMicros, String source) {
        public Benchmark {
            if (!(value > 0) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("a benchmark must be above 0, not " + value);
            }
        }

        /// Performance over the benchmark, at most 1.
        ///
        /// @param performance not negative; of one where less is better, 0 is full performance
        double ratio(double performance) {
            return switch (direction) {
                case HIGHER -> Math.clamp(performance / value, 0, 1);
                case LOWER -> performance <= value ? 1 : value / performance;
            };
        }
    }

    /// Which way is better.
    public enum Direction {
        HIGHER,
        LOWER
    }

    public ScoreLine {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "the weight of " + indicator + " must be in 0 … 1, not " + weight);
        }
    }
}
