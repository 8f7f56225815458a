package org.ytterby.core.environment;

/// A figure that returns may hold; any that is defined as data.
///
/// @param code name that returns and conditions use
/// @param medium water, air, residue, energy, … as the data say
public record Indicator(String code, String en, String zh, String unit, String medium) {}
