package org.ytterby.server.notices;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// What is told of findings that were not there before.
final class FindingRules {
    private FindingRules() {}

    /// One of each finding for those who report for whom it concerns, and for supervisors how many
    /// there are among those that they see.
    ///
    /// @param added findings of the generation that were never told
    /// @param everybody who may be told
    static List<Draft> drafts(Generation now, List<Finding> added, List<Caller> everybody) {
        Reconciliation answer = now.reconciliation();
        List<Draft> drafts = new ArrayList<>();
        for (Finding finding : added) {
            String party = answer.concerned(finding);
            if (!party.isEmpty()) {
                drafts.add(
                        new Draft(
                                Kind.FINDING_NEW,
                                "finding:" + finding.id(),
                                finding.id(),
                                PageLink.of(finding),
                                null,
                                Audience.reporters(party)));
            }
        }
        Registry registry = answer.ledger().registry();
        for (Caller supervisor : everybody) {
            if (supervisor.has(Role.SUPERVISOR)) {
                Scope scope = Scope.of(supervisor);
                long seen = added.stream().filter(f -> scope.sees(registry, f)).count();
                if (seen > 0) {
                    drafts.add(count(now.position(), seen, supervisor.name()));
                }
            }
        }
        return drafts;
    }

    private static Draft count(long position, long seen, String supervisor) {
        return new Draft(
                Kind.FINDINGS_NEW,
                "generation:" + position,
                Long.toString(seen),
                PageLink.FINDINGS,
                null,
                new Audience(who -> who.name().equals(supervisor)));
    }
}
