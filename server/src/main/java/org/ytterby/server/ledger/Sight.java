package org.ytterby.server.ledger;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Reach;
import org.ytterby.server.identity.Role;

/// Whose accounts and proposals somebody sees: plans and licences may be secret to others than
/// their holder.
///
/// @param organisation whose accounts they see whatever their kind
/// @param kinds that they see of others: codes of kinds of accounts, of cases, rewards and law
/// @param region of which; empty for the whole nation
record Sight(String organisation, Set<String> kinds, String region) {
    private static final Set<Role> OF_PLANS =
            EnumSet.of(Role.PLAN_OFFICER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR);
    private static final Set<Role> OF_LICENCES =
            EnumSet.of(
                    Role.EXPORT_ADVISER,
                    Role.EXPORT_DECIDER,
                    Role.CUSTOMS,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR);

    private static final Set<Role> OF_CASES =
            EnumSet.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR);
    private static final Set<Role> OF_LAW = EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR);

    Sight {
        kinds = Set.copyOf(kinds);
    }

    static Sight of(Caller caller) {
        Set<String> kinds = new TreeSet<>();
        if (OF_PLANS.stream().anyMatch(caller::has)) {
            kinds.add(AccountId.Kind.PLAN.code());
        }
        if (OF_LICENCES.stream().anyMatch(caller::has)) {
            kinds.add(AccountId.Kind.LICENCE.code());
        }
        if (OF_CASES.stream().anyMatch(caller::has)) {
            kinds.add(ProposalJson.OF_CASES);
            kinds.add(ProposalJson.OF_REWARDS);
        }
        if (OF_LAW.stream().anyMatch(caller::has)) {
            kinds.add(ProposalJson.OF_LAW);
        }
        return new Sight(caller.organisation(), kinds, Reach.of(caller).region());
    }

    /// Codes of the kinds, with blanks between.
    String kindCodes() {
        return kinds.stream().sorted().collect(Collectors.joining(" "));
    }
}
