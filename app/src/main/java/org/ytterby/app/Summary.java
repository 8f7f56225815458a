package org.ytterby.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.genealogy.ExportTrace;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Severity;

/// What a supervisor should know within ten seconds.
///
/// @param answer the whole answer
/// @param folder where its files lie
record Summary(Reconciliation answer, Path folder) {
    private static final int WORST_MAX = 3;

    /// Plan and use of one kind in one year, kg REO.
    record PlanLine(double grantedKg, double usedKg) {
        PlanLine plus(PlanUse use) {
            return new PlanLine(grantedKg + use.grantedKg(), usedKg + use.usedKg());
        }
    }

    /// Exported REO and the part of it that is traced to declared origins, kg REO.
    record Exports(int lines, double reoKg, double tracedKg) {
        double tracedShare() {
            return reoKg > 0 ? tracedKg / reoKg : 1;
        }
    }

    /// The most serious findings.
    List<Finding> worst() {
        return answer.findings().stream().limit(WORST_MAX).toList();
    }

    /// How many findings have a severity.
    long count(Severity severity) {
        return answer.findings().stream().filter(f -> f.severity() == severity).count();
    }

    /// Facilities whose declared uncertainties are too small for their data.
    List<String> doubted() {
        return answer.scatter().stream()
                .filter(Reconciliation.ScatterCheck::disagrees)
                .map(check -> answer.ledger().registry().facility(check.facility()).id())
                .sorted()
                .toList();
    }

    /// How many problems left something out.
    long errors() {
        return answer.problems().stream().filter(p -> p.weight() == Problem.Weight.ERROR).count();
    }

    /// Plan use by year and kind, such as `2019 mining`.
    Map<String, PlanLine> plans() {
        Map<String, PlanLine> lines = new TreeMap<>();
        for (PlanUse use : answer.planUse()) {
            String key = use.year() + " " + use.kind().code();
            lines.put(key, lines.getOrDefault(key, new PlanLine(0, 0)).plus(use));
        }
        return lines;
    }

    /// How much of what was exported is traced.
    Exports exports() {
        ExportTrace trace = ExportTrace.of(answer.ledger(), answer.attribution());
        return new Exports(trace.size(), trace.reoKg(), trace.tracedKg());
    }
}
