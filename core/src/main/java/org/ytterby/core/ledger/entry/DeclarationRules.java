package org.ytterby.core.ledger.entry;

import java.util.Optional;
import java.util.Set;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Who may declare what. Nothing here looks at what a declaration reveals.
final class DeclarationRules {
    /// Tables that an enterprise fills for itself.
    private static final Set<String> OF_ENTERPRISES =
            Set.of("flows", "assays", "methods", "environmental_returns", "reserves");

    /// Of these each row is about a facility, which must be the sender's own.
    private static final Set<String> OF_FACILITIES =
            Set.of("flows", "environmental_returns", "reserves");

    /// Tables that an authority keeps.
    private static final Set<String> OF_AUTHORITIES =
            Set.of(
                    "parties",
                    "memberships",
                    "facilities",
                    "permits",
                    "products",
                    "plans",
                    "licences",
                    "deposits",
                    "partner_imports",
                    "capacities",
                    "stockpile");

    /// Tables whose rows grant something: they come with an account, and take two persons.
    private static final Set<String> OF_GRANTS = Set.of("plans", "licences");

    private DeclarationRules() {}

    /// Why a row cannot be taken from this sender; empty if it can.
    static Optional<Refusal> refusal(LedgerState state, Sender sender, DeclaredRow row) {
        boolean ofEnterprises = OF_ENTERPRISES.contains(row.table());
        if (!ofEnterprises && !OF_AUTHORITIES.contains(row.table())) {
            return refused(Code.TABLE_UNKNOWN, row, row.table());
        }
        if (sender.isForAll()) {
            return sender.standing() != Sender.Standing.EVERYBODY && OF_GRANTS.contains(row.table())
                    ? refused(Code.APPROVAL_NEEDED, row, row.table())
                    : Optional.empty();
        }
        if (!ofEnterprises) {
            return refused(Code.TABLE_RESERVED, row, row.table());
        }
        if (!OF_FACILITIES.contains(row.table())) {
            return Optional.empty();
        }
        String facility = row.cell("facility");
        Optional<String> party = state.partyOf(facility);
        if (party.isEmpty()) {
            return refused(Code.FACILITY_UNKNOWN, row, facility);
        }
        return party.get().equals(sender.organisation())
                ? Optional.empty()
                : refused(Code.FACILITY_OF_ANOTHER, row, facility);
    }

    /// The party that a plan or licence is granted to.
    static String holder(DeclaredRow document) {
        return document.table().equals("licences")
                ? document.cell("exporter")
                : document.cell("holder");
    }

    private static Optional<Refusal> refused(Code code, DeclaredRow row, String value) {
        return Optional.of(new Refusal(code, row.table(), value));
    }
}
