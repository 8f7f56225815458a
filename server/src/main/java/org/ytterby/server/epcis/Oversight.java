package org.ytterby.server.epcis;

import java.util.Set;
import java.util.TreeSet;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.ledger.LedgerReader;

/// Whose rows a scope lets through: the first lock, beside that of the database. Safe for use by
/// several threads.
final class Oversight {
    private final LedgerReader ledger;

    Oversight(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /// The organisations of a scope that does not see all.
    String[] organisations(Scope scope) {
        Jurisdiction region = scope.overseen();
        if (region == null) {
            return new String[] {scope.organisation()};
        }
        Set<String> seen = new TreeSet<>(ledger.organisationsIn(region::covers));
        seen.add(scope.organisation());
        return seen.toArray(String[]::new);
    }
}
