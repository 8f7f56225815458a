package org.ytterby.core.genealogy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ytterby.core.ledger.Ledger;

/// The lots that one lot leads to through processing, with the fewest steps to each.
final class LotReach {
    private LotReach() {}

    /// Depth of every lot made with a lot, itself among them at 0; nearest first.
    static Map<Integer, Integer> forward(Ledger ledger, int lot) {
        return depths(ledger, Lineage.forward(ledger).reach(lot));
    }

    /// Depth of every lot that a lot was made of, itself among them at 0; nearest first.
    static Map<Integer, Integer> backward(Ledger ledger, int lot) {
        return depths(ledger, Lineage.backward(ledger).reach(lot));
    }

    /// Lots stand at even depths, the records between them at odd ones.
    private static Map<Integer, Integer> depths(Ledger ledger, Reach reach) {
        int lots = ledger.linesByLot().groupCount();
        Map<Integer, Integer> depths = new LinkedHashMap<>();
        reach.forEach((node, depth) -> {
            if (node < lots) {
                depths.put(node, depth / 2);
            }
        });
        return depths;
    }
}
