package org.ytterby.core.genealogy;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.StableOrder;

/// What became of every lot in every facility that held it.
public final class LotStocks {
    private LotStocks() {}

    /// A row per lot and facility, by number of lot, then position of the facility. O(lines).
    public static List<LotStock> of(Births births) {
        int[] numbers = new int[births.ledger().linesByLot().groupCount()];
        Arrays.setAll(numbers, i -> i);
        return new Rows(births, numbers, null);
    }

    /// A row per lot and facility, in an order of facilities, then of lots; computed as it is asked
    /// for, from 8 bytes. O(lines).
    ///
    /// @param facilityRanks place of each facility in the order
    /// @param lotRanks place of each lot in the order
    public static List<LotStock> sorted(Births births, int[] facilityRanks, int[] lotRanks) {
        return new Rows(births, lotRanks, facilityRanks);
    }

    private static final class Rows extends AbstractList<LotStock> implements RandomAccess {
        private final Births births;
        private int[] lots = new int[64];
        private int[] facilities = new int[64];
        private int size;

        Rows(Births births, int[] lotRanks, int @Nullable [] facilityRanks) {
            this.births = births;
            int[] byRank = new int[lotRanks.length];
            for (int lot = 0; lot < byRank.length; lot++) {
                byRank[lotRanks[lot]] = lot;
            }
            for (int lot : byRank) {
                addFacilities(lot);
            }
            lots = Arrays.copyOf(lots, size);
            facilities = Arrays.copyOf(facilities, size);
            if (facilityRanks != null) {
                sortByFacility(facilityRanks);
            }
        }

        /// The facilities that held a lot are few.
        private void addFacilities(int lot) {
            Ledger ledger = births.ledger();
            Groups lines = ledger.linesByLot();
            int from = size;
            for (int i = 0; i < lines.size(lot); i++) {
                int facility = ledger.flows().facility(ledger.flows().record(lines.get(lot, i)));
                int at = from;
                while (at < size && facilities[at] < facility) {
                    at++;
                }
                if (at < size && facilities[at] == facility) {
                    continue;
                }
                if (size == lots.length) {
                    lots = Arrays.copyOf(lots, size * 2);
                    facilities = Arrays.copyOf(facilities, size * 2);
                }
                System.arraycopy(facilities, at, facilities, at + 1, size - at);
                facilities[at] = facility;
                lots[size++] = lot;
            }
        }

        private void sortByFacility(int[] ranks) {
            int[] order = new int[size];
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
                keys[i] = ranks[facilities[i]];
            }
            StableOrder.sort(order, keys);
            int[] sortedLots = new int[size];
            int[] sortedFacilities = new int[size];
            for (int i = 0; i < size; i++) {
                sortedLots[i] = lots[order[i]];
                sortedFacilities[i] = facilities[order[i]];
            }
            lots = sortedLots;
            facilities = sortedFacilities;
        }

        @Override
        public LotStock get(int index) {
            return LotStocks.of(births, lots[index], facilities[index]);
        }

        @Override
        public int size() {
            return size;
        }
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
