package org.ytterby.server.analysis;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;

/// A lot with material of the one asked for, in one facility, as it is answered.
///
/// @param lot absent where the caller does not see it
/// @param facility absent where the caller neither sees it nor deals with it
/// @param cameReoKg kg REO of the lot asked for that came in
/// @param inStockReoKg what is still there; absent, as dates and departures are, where the caller
///   does not see the facility
record RecallHolding(
        @Nullable String lot,
        int depth,
        @Nullable String facility,
        @Nullable String from,
        @Nullable String until,
        double cameReoKg,
        @Nullable Double inStockReoKg,
        @Nullable List<Departure> departures) {
    /// Something that took material out.
    ///
    /// @param way used, shipped, unreceived, outside, exported or disposed
    /// @param partner facility, party or country that it went to
    record Departure(
            String way,
            String record,
            String time,
            @Nullable String partner,
            @Nullable String document,
            double reoKg) {}

    static RecallHolding of(Ledger ledger, LotSight sight, Trace.Holding holding) {
        boolean isSeen = sight.seesFacility(holding.facility());
        return new RecallHolding(
                sight.lot(holding.lot()),
                holding.depth(),
                sight.facility(holding.facility()),
                isSeen ? LedgerTime.format(holding.time().fromMicros()) : null,
                isSeen ? LedgerTime.format(holding.time().untilMicros()) : null,
                holding.cameReoKg(),
                isSeen ? holding.stockReoKg() : null,
                isSeen
                        ? holding.departures().stream().map(d -> departure(ledger, d)).toList()
                        : null);
    }

    private static Departure departure(Ledger ledger, Trace.Departure departure) {
        FlowTable flows = ledger.flows();
        int line = departure.line();
        return new Departure(
                code(departure.way()),
                flows.recordId(flows.record(line)),
                LedgerTime.format(ledger.timeMicros(line)),
                partner(ledger, line),
                flows.document(line) == Names.NONE
                        ? null
                        : flows.texts().documents().name(flows.document(line)),
                departure.reoKg());
    }

    static String code(Trace.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String partner(Ledger ledger, int line) {
        int partner = ledger.flows().partner(line);
        return switch (ledger.type(line)) {
            case SHIPMENT, RECEIPT -> ledger.registry().facility(partner).id();
            case EXPORT -> ledger.registry().party(partner).id();
            case EXTRACTION, IMPORT, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> null;
        };
    }
}
