package org.ytterby.core.plan.allocation;

/// A contradiction between inputs, in tonnes.
///
/// @param group where it is; empty for the stage as a whole
/// @param askedT what is to be placed there, or the most that may be
/// @param roomT the most that its members can take, or the least that they must have
public record Gap(String group, Kind kind, long askedT, long roomT) {
    /// Which bound cannot be kept.
    public enum Kind {
        /// More is to be placed than ceilings allow.
        MINIMUM,
        /// Less is to be placed than floors demand.
        MAXIMUM
    }

    /// How far they are apart, whole tonnes, above 0.
    public long tonnes() {
        return Math.abs(askedT - roomT);
    }
}
