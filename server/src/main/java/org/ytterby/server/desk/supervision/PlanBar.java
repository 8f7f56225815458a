package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.web.Language;

/// Plan and use of one kind in one year, drawn as a bar inside a bar.
///
/// @param kind code of the kind
/// @param grantedWidth of the bar, in percent of the longest
/// @param usedWidth likewise
/// @param share used of granted; `–` where nothing was granted
public record PlanBar(
        int year,
        String kind,
        String granted,
        String used,
        String share,
        boolean isOver,
        double grantedWidth,
        double usedWidth) {
    private static final double WHOLE = 100;

    private record Key(int year, String kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return year == other.year
                    ? kind.compareTo(other.kind)
                    : Integer.compare(year, other.year);
        }
    }

    static List<PlanBar> of(Reconciliation answer, Scope scope, Language language) {
        Map<Key, double[]> sums = new TreeMap<>();
        double longest = 0;
        for (PlanUse use : answer.planUse()) {
            if (scope.seesParty(answer.ledger().registry(), use.holder())) {
                double[] sum =
                        sums.computeIfAbsent(
                                new Key(use.year(), use.kind().code()), _ -> new double[2]);
                sum[0] += use.grantedKg();
                sum[1] += use.usedKg();
                longest = Math.max(longest, Math.max(sum[0], sum[1]));
            }
        }
        List<PlanBar> bars = new ArrayList<>();
        for (Map.Entry<Key, double[]> entry : sums.entrySet()) {
            double granted = entry.getValue()[0];
            double used = entry.getValue()[1];
            bars.add(
                    new PlanBar(
                            entry.getKey().year(),
                            entry.getKey().kind(),
                            language.mass(granted),
                            language.mass(used),
                            language.percent(used / granted),
                            used > granted,
                            WHOLE * granted / longest,
                            WHOLE * used / longest));
        }
        return bars;
    }
}
