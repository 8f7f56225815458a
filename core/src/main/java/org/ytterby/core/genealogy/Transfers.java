package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;

/// Shipments and receipts paired: the n-th shipment with the n-th receipt of the same lot,
/// document, sender and receiver. Facilities without duty to report take no part.
public final class Transfers {
    /// A shipment line and the receipt line that answers it.
    public record Pair(int shipment, int receipt) {}

    /// What is paired and what stays open under one lot, document, sender and receiver; by time.
    public interface Visitor {
        void visit(List<Pair> pairs, List<Integer> openShipments, List<Integer> openReceipts);
    }

    private record Key(int document, int sender, int receiver) {}

    private static final class Side {
        final List<Integer> shipments = new ArrayList<>();
        final List<Integer> receipts = new ArrayList<>();
    }

    private final Ledger ledger;
    private final FlowTable flows;

    public Transfers(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// Visits all transfers lot by lot.
    public void forEach(Visitor visitor) {
        for (int lot = 0; lot < ledger.linesByLot().groupCount(); lot++) {
            forEach(lot, visitor);
        }
    }

    /// Visits the transfers of one lot.
    public void forEach(int lot, Visitor visitor) {
        Groups lots = ledger.linesByLot();
        Map<Key, Side> sides = new LinkedHashMap<>();
        for (int i = 0; i < lots.size(lot); i++) {
            collect(lots.get(lot, i), sides);
        }
        sides.values().forEach(side -> pair(side, visitor));
    }

    /// Visits what was both shipped and received under each lot and document, whoever sent it to
    /// whom; by time of shipment.
    public void forEachDocument(Consumer<List<Pair>> visitor) {
        Map<Integer, List<Pair>> documents = new LinkedHashMap<>();
        int[] lot = {Names.NONE};
        forEach((pairs, _, _) -> {
            for (Pair pair : pairs) {
                int here = flows.lot(pair.shipment());
                if (here != lot[0]) { // lots come one after the other
                    visit(documents, visitor);
                    lot[0] = here;
                }
                documents
                        .computeIfAbsent(flows.document(pair.shipment()), _ -> new ArrayList<>())
                        .add(pair);
            }
        });
        visit(documents, visitor);
    }

    /// What [#forEachDocument] visits for the lot and document of a shipment. O(lines of the lot).
    public List<Pair> ofDocument(int shipment) {
        List<Pair> same = new ArrayList<>();
        forEach(
                flows.lot(shipment),
                (pairs, _, _) ->
                        pairs.stream()
                                .filter(pair ->
                                        flows.document(pair.shipment()) == flows.document(shipment))
                                .forEach(same::add));
        same.sort(byShipment());
        return same;
    }

    private Comparator<Pair> byShipment() {
        return Comparator.comparingLong(pair -> ledger.timeMicros(pair.shipment()));
    }

    private void visit(Map<Integer, List<Pair>> documents, Consumer<List<Pair>> visitor) {
        for (List<Pair> pairs : documents.values()) {
            pairs.sort(byShipment());
            visitor.accept(pairs);
        }
        documents.clear();
    }

    private void collect(int line, Map<Key, Side> sides) {
        FlowType type = ledger.type(line);
        int here = flows.facility(flows.record(line));
        int there = flows.partner(line);
        if (type == FlowType.SHIPMENT && reports(there)) {
            side(sides, new Key(flows.document(line), here, there)).shipments.add(line);
        } else if (type == FlowType.RECEIPT && reports(there)) {
            side(sides, new Key(flows.document(line), there, here)).receipts.add(line);
        }
    }

    private boolean reports(int facility) {
        return ledger.registry().facility(facility).stage() != FacilityStage.OUTSIDE;
    }

    private static Side side(Map<Key, Side> sides, Key key) {
        return sides.computeIfAbsent(key, _ -> new Side());
    }

    private static void pair(Side side, Visitor visitor) {
        int n = Math.min(side.shipments.size(), side.receipts.size());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pairs.add(new Pair(side.shipments.get(i), side.receipts.get(i)));
        }
        visitor.visit(
                pairs,
                side.shipments.subList(n, side.shipments.size()),
                side.receipts.subList(n, side.receipts.size()));
    }
}
