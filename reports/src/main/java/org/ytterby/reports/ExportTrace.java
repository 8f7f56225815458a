package org.ytterby.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShares;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Reconciliation;

/// One exported line and where its rare earths came from.
///
/// @param line number of the flow line
/// @param reoKg kg REO exported
/// @param tracedKg kg REO that can be followed to a declared origin
/// @param reoKgByOrigin kg REO by the code of the origin; what no attribution covers is missing
record ExportTrace(int line, double reoKg, double tracedKg, Map<String, Double> reoKgByOrigin) {
    /// Every exported line in force, by time. O(lines + attribution of exported lots).
    static List<ExportTrace> of(Reconciliation reconciliation) {
        Ledger ledger = reconciliation.ledger();
        OriginShares attribution = reconciliation.attribution();
        Map<Integer, Integer> places = new HashMap<>();
        int[] lots = attribution.lots();
        for (int i = 0; i < lots.length; i++) {
            places.put(lots[i], i);
        }
        List<String> origins = attribution.origins().stream().map(Origin::code).toList();
        List<ExportTrace> traces = new ArrayList<>();
        for (int line : ledger.lines()) {
            if (ledger.type(line) == FlowType.EXPORT) {
                Integer place = places.get(ledger.flows().lot(line));
                traces.add(traceOf(ledger, line, attribution, place, origins));
            }
        }
        return traces;
    }

    private static ExportTrace traceOf(
            Ledger ledger,
            int line,
            OriginShares attribution,
            @Nullable Integer place,
            List<String> origins) {
        Map<String, Double> byOrigin = new TreeMap<>();
        double[] tracedKg = {0};
        if (place != null) {
            attribution.visit(
                    place,
                    (element, origin, _, share) -> {
                        double reoKg =
                                ledger.elementMg(line, element.ordinal())
                                        * element.oxideFactor()
                                        / Mass.MG_PER_KG;
                        String code = origins.get(origin);
                        byOrigin.merge(code, reoKg * share, Double::sum);
                        tracedKg[0] += isDeclared(code) ? reoKg * share : 0;
                    });
        }
        return new ExportTrace(line, ledger.reoKg(line), tracedKg[0], byOrigin);
    }

    /// Whether an origin is one that somebody declared.
    static boolean isDeclared(String origin) {
        return !origin.equals("undeclared") && !origin.equals("unaccounted");
    }
}
