package org.ytterby.core.ledger;

import java.time.YearMonth;

/// A figure of a facility's environmental return, as it was declared. Of two for the same facility,
/// month and indicator the later row counts.
///
/// @param facility position in the registry
/// @param indicator name that conditions and norms use
/// @param value in the unit of the indicator
/// @param enteredMicros [LedgerTime#BEGINNING] where not given
/// @param document behind it; may be empty
public record ReturnedFigure(
        int facility,
        YearMonth month,
        String indicator,
        double value,
        long enteredMicros,
        String document) {}
