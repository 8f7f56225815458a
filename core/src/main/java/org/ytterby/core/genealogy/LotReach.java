package org.ytterby.core.genealogy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ytterby.core.ledger.Ledger;

/// The lots among what a walk reached.
final class LotReach {
    private LotReach() {}

    /// Depth of every lot reached, nearest first. Lots stand at even depths of the walk, the
    /// records between them at odd ones.
    static Map<Integer, Integer> depths(Ledger ledger, Reach reach) {
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
