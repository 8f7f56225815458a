package org.ytterby.server.analysis;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Mass;

/// A lot on the way of a trace, as it is answered.
///
/// @param lot absent, as dates and masses are, where the caller does not see it
/// @param depth steps of processing from the lot asked for
/// @param facility where it was made; absent where the caller neither sees it nor deals with it
/// @param tracedReoKg what it has of the lot asked for, or gave to it, kg REO
record TraceStep(
        @Nullable String lot,
        int depth,
        @Nullable String facility,
        String stage,
        @Nullable String from,
        @Nullable String until,
        @Nullable Double massKg,
        @Nullable Double reoKg,
        double tracedReoKg) {
    static TraceStep of(Ledger ledger, LotSight sight, Trace.Step step) {
        boolean isSeen = sight.seesLot(step.lot());
        return new TraceStep(
                sight.lot(step.lot()),
                step.depth(),
                sight.facility(step.facility()),
                ledger.declarations().products().get(step.product()).stage().code(),
                isSeen ? LedgerTime.format(step.time().fromMicros()) : null,
                isSeen ? LedgerTime.format(step.time().untilMicros()) : null,
                isSeen ? step.massMg() / Mass.MG_PER_KG : null,
                isSeen ? step.reoKg() : null,
                step.tracedReoKg());
    }
}
