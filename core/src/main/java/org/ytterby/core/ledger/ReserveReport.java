package org.ytterby.core.ledger;

/// What was in the ground of a mine on a day, as reported.
///
/// @param facility position in the registry
/// @param standard of reporting, such as GB/T 17766-2020
/// @param provenT t REO of reserves
/// @param resourcesT t REO of resources beyond the reserves
/// @param miningRecovery share of what is used up that is extracted, above 0 and at most 1
/// @param document may be empty
public record ReserveReport(
        int facility,
        long atMicros,
        String standard,
        double provenT,
        double resourcesT,
        double miningRecovery,
        String document) {}
