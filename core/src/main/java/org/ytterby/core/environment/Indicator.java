package org.ytterby.core.environment;

/// A figure that returns may hold; any that is defined as data.
///
/// @param code name that returns and conditions use
/// @param medium water, air, residue, energy, chemical, recovered, rate, … as the data say
/// @param substance the pure reagent that a chemical or what was recovered counts as; else empty
public record Indicator(
        String code, String en, String zh, String unit, String medium, String substance) {
    /// Whether it is an amount of the month, so that months add up and a tonne takes a part of it;
    /// concentrations and shares are none.
    public boolean isAmount() {
        return !unit.equals("share") && !unit.contains("/");
    }
}
