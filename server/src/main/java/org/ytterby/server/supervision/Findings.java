package org.ytterby.server.supervision;

import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.ledger.Submitter;

/// Findings that stand now, by their ids.
@Component
class Findings {
    private final AnalysisIndex index;

    Findings(AnalysisIndex index) {
        this.index = index;
    }

    /// The first step of a case on a finding; later generations may no longer raise it.
    CaseStep.Opened opened(String id, String assigned) {
        Generation now = index.newest();
        Finding finding =
                now.reconciliation().findings().stream()
                        .filter(f -> f.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> Submitter.unprocessable("no such finding / 没有该线索: " + id));
        return new CaseStep.Opened(
                id,
                finding.rule().code(),
                party(now.reconciliation().ledger().registry(), finding),
                finding.subject().facility(),
                assigned);
    }

    /// Whom a finding concerns: the party that it names, else the one that runs its facility.
    private static String party(Registry registry, Finding finding) {
        String named = finding.subject().party();
        if (!named.isEmpty()) {
            return named;
        }
        for (int f = 0; f < registry.facilities().size(); f++) {
            if (registry.facility(f).id().equals(finding.subject().facility())) {
                return registry.ownerOf(f).id();
            }
        }
        return "";
    }
}
