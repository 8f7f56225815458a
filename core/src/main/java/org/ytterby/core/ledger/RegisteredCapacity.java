package org.ytterby.core.ledger;

import java.util.Set;

/// What a facility may make, and could make, while a row of the register holds.
///
/// @param facility position in the registry
/// @param kinds in the words of the conditions, such as `separation-ionic`
/// @param approvedT t REO a year, of metal smelting t of product
/// @param installedT in the same unit
/// @param technologyClass as the authority gives it; may be empty
/// @param processes in use that are to be phased out, as exit conditions name them
/// @param basis approval or clause; may be empty
public record RegisteredCapacity(
        int facility,
        Set<String> kinds,
        double approvedT,
        double installedT,
        String technologyClass,
        Set<String> processes,
        Span span,
        String basis) {
    public RegisteredCapacity {
        kinds = Set.copyOf(kinds);
        processes = Set.copyOf(processes);
    }
}
