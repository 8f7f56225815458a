package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// What became of every lot in every facility that held it.
public final class LotStocks {
    private LotStocks() {}

    /// A row per lot and facility, by number of lot, then position of the facility. O(lines).
    public static List<LotStock> of(Births births) {
        Ledger ledger = births.ledger();
        Groups lots = ledger.linesByLot();
        List<LotStock> rows = new ArrayList<>();
        Map<Integer, Tally> tallies = new TreeMap<>();
        for (int lot = 0; lot < lots.groupCount(); lot++) {
            tallies.clear();
            for (int i = 0; i < lots.size(lot); i++) {
                int line = lots.get(lot, i);
                int facility = ledger.flows().facility(ledger.flows().record(line));
                tallies.computeIfAbsent(facility, _ -> new Tally()).add(births, line);
            }
            int number = lot;
            tallies.forEach((facility, tally) -> rows.add(tally.row(facility, number)));
        }
        return rows;
    }

    /// The row of one lot and facility. O(lines of the lot).
    static LotStock of(Births births, int lot, int facility) {
        Ledger ledger = births.ledger();
        Groups lots = ledger.linesByLot();
        Tally tally = new Tally();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            if (ledger.flows().facility(ledger.flows().record(line)) == facility) {
                tally.add(births, line);
            }
        }
        return tally.row(facility, lot);
    }

    private static final class Tally {
        private long made;
        private long received;
        private long used;
        private long shipped;
        private long exported;
        private long disposed;
        private int product = -1;

        void add(Births births, int line) {
            Ledger ledger = births.ledger();
            FlowTable flows = ledger.flows();
            product = product < 0 ? flows.product(line) : product;
            long mg = ledger.dryMg(line);
            switch (ledger.type(line)) {
                case EXTRACTION, IMPORT -> made += mg;
                case PROCESSING -> {
                    if (flows.direction(line) == Direction.OUT) {
                        made += mg;
                    } else {
                        used += mg;
                    }
                }
                case RECEIPT -> received += mg;
                case SHIPMENT -> shipped += mg;
                case EXPORT -> exported += mg;
                case DISPOSAL -> disposed += mg;
                case STOCKTAKE -> made += births.isOpening(line) ? mg : 0;
                case CANCELLATION -> {}
            }
        }

        LotStock row(int facility, int lot) {
            return new LotStock(
                    facility,
                    lot,
                    product,
                    made,
                    received,
                    new LotStock.Taken(used, shipped, exported, disposed));
        }
    }
}
