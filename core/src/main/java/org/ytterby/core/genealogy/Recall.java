package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Where the material of one lot lies and went, in its own stock and in that of every lot made with
/// it.
final class Recall {
    private static final Comparator<Trace.Holding> NEAREST_THEN_EARLIEST =
            Comparator.comparingInt(Trace.Holding::depth)
                    .thenComparingLong(holding -> holding.time().fromMicros())
                    .thenComparingInt(Trace.Holding::lot)
                    .thenComparingInt(Trace.Holding::facility);

    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final NodeShares carried;
    private final EndStock atEnd;
    private final Transfers transfers;

    /// @param carried shares of the traced lot in lots
    Recall(Births births, EndStock atEnd, NodeShares carried) {
        this.births = births;
        this.carried = carried;
        ledger = births.ledger();
        flows = ledger.flows();
        this.atEnd = atEnd;
        transfers = new Transfers(ledger);
    }

    /// @param depths of the lots that carry material
    List<Trace.Holding> holdings(Map<Integer, Integer> depths) {
        List<Trace.Holding> holdings = new ArrayList<>();
        depths.forEach((lot, depth) -> {
            Set<Integer> unreceived = unreceived(lot);
            byFacility(lot)
                    .forEach((facility, lines) ->
                            holdings.add(holding(lot, depth, facility, lines, unreceived)));
        });
        holdings.sort(NEAREST_THEN_EARLIEST);
        return holdings;
    }

    private Set<Integer> unreceived(int lot) {
        Set<Integer> shipments = new HashSet<>();
        transfers.forEach(lot, (_, open, _) -> shipments.addAll(open));
        return shipments;
    }

    private Map<Integer, List<Integer>> byFacility(int lot) {
        Groups lots = ledger.linesByLot();
        Map<Integer, List<Integer>> lines = new TreeMap<>();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            lines.computeIfAbsent(flows.facility(flows.record(line)), _ -> new ArrayList<>())
                    .add(line);
        }
        return lines;
    }

    private Trace.Holding holding(
            int lot, int depth, int facility, List<Integer> lines, Set<Integer> unreceived) {
        double came = 0;
        double left = 0;
        List<Trace.Departure> departures = new ArrayList<>();
        for (int line : lines) {
            int sign = births.stockSign(line);
            if (sign > 0) {
                came += reoKg(line);
            } else if (sign < 0) {
                left += reoKg(line);
                departures.add(new Trace.Departure(line, way(line, unreceived), reoKg(line)));
            }
        }
        boolean inStock = atEnd.holds(LotStocks.of(births, lot, facility));
        Span time =
                new Span(ledger.timeMicros(lines.getFirst()), ledger.timeMicros(lines.getLast()));
        double stock = inStock ? Math.max(0, came - left) : 0;
        return new Trace.Holding(lot, depth, facility, time, came, stock, departures);
    }

    private double reoKg(int line) {
        double[] share = carried.of(flows.lot(line));
        double reo = 0;
        for (Element e : Element.ALL) {
            reo += share[e.ordinal()] * ledger.elementMg(line, e.ordinal()) * e.oxideFactor();
        }
        return reo / Mass.MG_PER_KG;
    }

    private Trace.Way way(int line, Set<Integer> unreceived) {
        return switch (ledger.type(line)) {
            case PROCESSING -> Trace.Way.USED;
            case EXPORT -> Trace.Way.EXPORTED;
            case DISPOSAL -> Trace.Way.DISPOSED;
            case SHIPMENT -> shipped(line, unreceived);
            case EXTRACTION, RECEIPT, IMPORT, STOCKTAKE, CANCELLATION ->
                    throw new IllegalArgumentException("line " + line + " takes nothing");
        };
    }

    private Trace.Way shipped(int shipment, Set<Integer> unreceived) {
        int partner = flows.partner(shipment);
        if (ledger.registry().facility(partner).stage() == FacilityStage.OUTSIDE) {
            return Trace.Way.OUTSIDE;
        }
        return unreceived.contains(shipment) ? Trace.Way.UNRECEIVED : Trace.Way.SHIPPED;
    }
}
