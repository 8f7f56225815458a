package org.ytterby.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Reconciliation;

/// One exported line and where its rare earths came from.
///
/// @param line number of the flow line
/// @param reoKg kg REO exported
/// @param reoKgByOrigin kg REO by the code of the origin; what no attribution covers is missing
record ExportTrace(int line, double reoKg, Map<String, Double> reoKgByOrigin) {
    /// Every exported line in force, by time. O(lines + attribution).
    static List<ExportTrace> of(Reconciliation reconciliation) {
        Map<Integer, List<OriginShare>> byLot = new HashMap<>();
        for (OriginShare share : reconciliation.attribution()) {
            byLot.computeIfAbsent(share.lot(), _ -> new ArrayList<>()).add(share);
        }
        Ledger ledger = reconciliation.ledger();
        List<ExportTrace> traces = new ArrayList<>();
        for (int line : ledger.lines()) {
            if (ledger.type(line) == FlowType.EXPORT) {
                int lot = ledger.flows().lot(line);
                traces.add(traceOf(ledger, line, byLot.getOrDefault(lot, List.of())));
            }
        }
        return traces;
    }

    private static ExportTrace traceOf(Ledger ledger, int line, List<OriginShare> shares) {
        Map<String, Double> byOrigin = new TreeMap<>();
        for (OriginShare share : shares) {
            Element e = share.element();
            double reoKg = ledger.elementMg(line, e.ordinal()) * e.oxideFactor() / Mass.MG_PER_KG;
            byOrigin.merge(share.origin().code(), reoKg * share.share(), Double::sum);
        }
        return new ExportTrace(line, ledger.reoKg(line), byOrigin);
    }

    /// Whether an origin is one that somebody declared.
    static boolean isDeclared(String origin) {
        return !origin.equals("undeclared") && !origin.equals("unaccounted");
    }

    /// What can be followed to a declared origin, kg REO.
    double tracedKg() {
        return reoKgByOrigin.entrySet().stream()
                .filter(e -> isDeclared(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
