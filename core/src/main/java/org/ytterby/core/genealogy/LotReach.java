package org.ytterby.core.genealogy;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// The lots that one lot leads to through processing, with the fewest steps to each; breadth first,
/// O(edges).
final class LotReach {
    private final Ledger ledger;
    private final FlowTable flows;
    private final Direction entering;
    private final Map<Integer, Integer> depths = new LinkedHashMap<>();
    private final Set<Integer> records = new HashSet<>();

    private LotReach(Ledger ledger, Direction entering) {
        this.ledger = ledger;
        flows = ledger.flows();
        this.entering = entering;
    }

    /// Depth of every lot made with a lot, itself among them at 0; nearest first.
    static Map<Integer, Integer> forward(Ledger ledger, int lot) {
        return new LotReach(ledger, Direction.IN).from(lot);
    }

    /// Depth of every lot that a lot was made of, itself among them at 0; nearest first.
    static Map<Integer, Integer> backward(Ledger ledger, int lot) {
        return new LotReach(ledger, Direction.OUT).from(lot);
    }

    private Map<Integer, Integer> from(int start) {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        depths.put(start, 0);
        Groups lots = ledger.linesByLot();
        while (!queue.isEmpty()) {
            int lot = queue.remove();
            int next = depths.getOrDefault(lot, 0) + 1;
            for (int i = 0; i < lots.size(lot); i++) {
                int line = lots.get(lot, i);
                boolean enters =
                        ledger.type(line) == FlowType.PROCESSING
                                && flows.direction(line) == entering;
                if (enters && records.add(flows.record(line))) {
                    leave(flows.record(line), next, queue);
                }
            }
        }
        return depths;
    }

    private void leave(int record, int depth, ArrayDeque<Integer> queue) {
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            int lot = flows.lot(line);
            if (flows.direction(line) != entering && depths.putIfAbsent(lot, depth) == null) {
                queue.add(lot);
            }
        }
    }
}
