package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.web.Language;

/// The accounts of plans that somebody sees: a group officer also those of the group's enterprises,
/// which the group answers for.
@Component
class PlanAccounts {
    private final PlanGrants grants;
    private final Clock clock;

    PlanAccounts(PlanGrants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /// @param plan as the newest analysis has it; null while it has none
    record Held(PlanGrants.Balance balance, @Nullable ControlPlan plan) {
        String id() {
            return balance.plan();
        }

        /// Whether amounts may go between the two.
        boolean isAlike(Held other) {
            return plan != null
                    && other.plan != null
                    && plan.year() == other.plan.year()
                    && plan.kind() == other.plan.kind()
                    && plan.oreType() == other.plan.oreType();
        }
    }

    List<Held> seen(Caller caller, View view) {
        Map<String, ControlPlan> plans = new HashMap<>();
        view.now()
                .reconciliation()
                .ledger()
                .declarations()
                .entitlements()
                .plans()
                .forEach(plan -> plans.put(plan.id(), plan));
        List<Held> seen = new ArrayList<>();
        Set<String> known = new HashSet<>();
        List<PlanGrants.Balance> balances = new ArrayList<>(grants.balances(caller));
        balances.addAll(grants.balancesOf(members(caller, view.registry())));
        for (PlanGrants.Balance balance : balances) {
            if (known.add(balance.plan())) {
                seen.add(new Held(balance, plans.get(balance.plan())));
            }
        }
        return seen;
    }

    /// Ids of the enterprises that belong to the caller's group now; none unless they act for one.
    List<String> members(Caller caller, Registry registry) {
        List<String> members = new ArrayList<>();
        if (!caller.has(Role.GROUP_OFFICER)) {
            return members;
        }
        long now = Language.micros(clock.instant());
        for (int i = 0; i < registry.parties().size(); i++) {
            int group = registry.groupOf(i, now);
            if (group != Registry.NONE
                    && registry.party(group).id().equals(caller.organisation())) {
                members.add(registry.party(i).id());
            }
        }
        return members;
    }

    /// How much of its holder's plans of that year and kind is used, as declared; empty while
    /// nothing was reckoned.
    static Optional<PlanUse> use(Held held, View view) {
        ControlPlan plan = held.plan();
        return plan == null
                ? Optional.empty()
                : view.now().reconciliation().planUse().stream()
                        .filter(use ->
                                use.holder() == plan.holder()
                                        && use.year() == plan.year()
                                        && use.kind() == plan.kind()
                                        && (use.oreType() == null
                                                || use.oreType() == plan.oreType()))
                        .findFirst();
    }
}
