package org.ytterby.server.planning;

import java.time.LocalDate;

/// What a recipient sees of a publication: its own part and why it is so.
///
/// @param tonnes whole tonnes REO, 0 for no plan
/// @param plan id in the ledger, empty for no plan
public record OwnPlan(
        long draft,
        String stage,
        int year,
        LocalDate issuedOn,
        long tonnes,
        String plan,
        Publication.Sheets why) {}
