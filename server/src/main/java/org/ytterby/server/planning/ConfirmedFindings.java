package org.ytterby.server.planning;

import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.server.ledger.CaseReader;

/// How many findings of an enterprise were confirmed in cases, but for those of which nothing is
/// left after appeals.
@Component
public class ConfirmedFindings {
    private static final int CASES_MAX = 10_000;

    private final CaseReader cases;

    ConfirmedFindings(CaseReader cases) {
        this.cases = cases.whole();
    }

    /// Those that were confirmed in a year.
    ///
    /// @param party id
    public int of(String party, int year) {
        Span span = new Span(LedgerTime.startOfYear(year), LedgerTime.startOfYear(year + 1));
        int count = 0;
        for (CaseFile file :
                cases.list(new CaseReader.Which(party, "", "", "", "", "", ""), "", CASES_MAX)
                        .items()) {
            count += isConfirmed(file, span) ? 1 : 0;
        }
        return count;
    }

    private static boolean isConfirmed(CaseFile file, Span span) {
        return !file.isFallenAway()
                && file.steps().stream()
                        .anyMatch(s ->
                                s.step() instanceof CaseStep.Decided decided
                                        && decided.isConfirmed()
                                        && span.contains(s.atMicros()));
    }
}
