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
/// @param tracedKg kg REO that can be followed to a declared origin
/// @param reoKgByOrigin kg REO by the code of the origin; what no attribution covers is missing
record ExportTrace(int line, double reoKg, double tracedKg, Map<String, Double> reoKgByOrigin) {
    /// Every exported line in force, by time. O(lines + attribution).
    static List<ExportTrace> of(Reconciliation reconciliation) {
        Ledger ledger = reconciliation.ledger();
        List<Integer> exports = new ArrayList<>();
        Map<Integer, List<OriginShare>> byLot = new HashMap<>();
        for (int line : ledger.lines()) {
            if (ledger.type(line) == FlowType.EXPORT) {
                exports.add(line);
                byLot.put(ledger.flows().lot(line), new ArrayList<>());
            }
        }
        reconciliation
                .attribution()
                .forEach(share -> {
                    List<OriginShare> exported = byLot.get(share.lot());
                    if (exported != null) {
                        exported.add(share);
                    }
                });
        return exports.stream()
                .map(line ->
                        traceOf(
                                ledger,
                                line,
                                byLot.getOrDefault(ledger.flows().lot(line), List.of())))
                .toList();
    }

    private static ExportTrace traceOf(Ledger ledger, int line, List<OriginShare> shares) {
        Map<String, Double> byOrigin = new TreeMap<>();
        double tracedKg = 0;
        for (OriginShare share : shares) {
            Element e = share.element();
            double reoKg = ledger.elementMg(line, e.ordinal()) * e.oxideFactor() / Mass.MG_PER_KG;
            String origin = share.origin().code();
            byOrigin.merge(origin, reoKg * share.share(), Double::sum);
            tracedKg += isDeclared(origin) ? reoKg * share.share() : 0;
        }
        return new ExportTrace(line, ledger.reoKg(line), tracedKg, byOrigin);
    }

    /// Whether an origin is one that somebody declared.
    static boolean isDeclared(String origin) {
        return !origin.equals("undeclared") && !origin.equals("unaccounted");
    }
}
