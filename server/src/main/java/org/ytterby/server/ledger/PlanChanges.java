package org.ytterby.server.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// How plans were altered after they were granted. Safe for use by several threads.
@Component
public class PlanChanges {
    private final EntitlementReader reader;
    private final LedgerReader ledger;
    private final Clock clock;

    PlanChanges(EntitlementReader reader, LedgerReader ledger, Clock clock) {
        this.reader = reader;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Those of all plans for an authority of the nation, else of own plans, of those of the
    /// enterprises that the own group answers for, or that the group decided; in their order.
    public List<Entry.Changed> seen(Caller caller) {
        Sight sight = Sight.of(caller);
        List<Entry.Changed> all = reader.changes();
        if (sight.kinds().contains(AccountId.Kind.PLAN.code()) && sight.region().isEmpty()) {
            return all;
        }
        Set<AccountId> own = new HashSet<>();
        reader.accountsOf(holders(caller)).forEach(held -> own.add(held.account().id()));
        return all.stream().filter(c -> concerns(c.change(), own, sight.organisation())).toList();
    }

    /// The caller's organisation; for a group officer also the group's enterprises.
    private List<String> holders(Caller caller) {
        List<String> holders = new ArrayList<>(List.of(caller.organisation()));
        if (caller.has(Role.GROUP_OFFICER)) {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            holders.addAll(ledger.memberships().membersOf(caller.organisation(), now));
        }
        return holders;
    }

    private static boolean concerns(Change change, Set<AccountId> own, String organisation) {
        return own.contains(change.account())
                || (change instanceof Change.Transfer transfer
                        && (own.contains(transfer.to()) || transfer.group().equals(organisation)));
    }

    /// The word for a change: `amend`, `recall` or `transfer`.
    public static String code(Change change) {
        return ChangeJson.code(change);
    }

    /// What a change rests on; empty for a transfer.
    public static String clause(Change change) {
        return switch (change) {
            case Change.Amend amend -> amend.clause();
            case Change.Recall recall -> recall.clause();
            case Change.Transfer _ -> "";
        };
    }

    public static String reason(Change change) {
        return switch (change) {
            case Change.Amend amend -> amend.reason();
            case Change.Recall recall -> recall.reason();
            case Change.Transfer transfer -> transfer.reason();
        };
    }
}
