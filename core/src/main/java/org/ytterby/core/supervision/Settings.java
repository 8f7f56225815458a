package org.ytterby.core.supervision;

import java.util.Set;

/// What a reconciliation is asked for.
///
/// @param falseAlarms expected share of false alarms among statistical findings, `0 < x < 1`
/// @param attributeAll whether to attribute every lot
/// @param lots lots to attribute beside exported ones and those in stock at the end
public record Settings(double falseAlarms, boolean attributeAll, Set<String> lots) {
    /// The level used where none is asked for.
    public static final double FALSE_ALARMS_DEFAULT = 0.05;

    public Settings {
        if (!(falseAlarms > 0 && falseAlarms < 1)) {
            throw new IllegalArgumentException(
                    "the share of false alarms must lie between 0 and 1: " + falseAlarms);
        }
        lots = Set.copyOf(lots);
    }

    /// The usual settings.
    public static Settings standard() {
        return new Settings(FALSE_ALARMS_DEFAULT, false, Set.of());
    }
}
