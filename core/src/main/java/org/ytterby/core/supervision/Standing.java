package org.ytterby.core.supervision;

/// Where one subject stands in the family, and what its q-value comes from.
///
/// @param p its p-value
/// @param rank its place when p-values ascend, from 1
/// @param size how many subjects the family has
/// @param bound the subject of this or a higher rank that sets the q-value
record Standing(double p, int rank, int size, Bound bound) {
    /// A rank and the p-value there.
    record Bound(int rank, double p) {
        /// What it would allow as q-value in a family of some size.
        double q(int size) {
            return p * size / rank;
        }
    }

    /// The smallest false-discovery rate at which the subject is believed.
    double q() {
        return bound.q(size);
    }
}
