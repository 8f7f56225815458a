package org.ytterby.server.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.identity.Caller;

/// How plans were altered after they were granted. Safe for use by several threads.
@Component
public class PlanChanges {
    private final EntitlementReader reader;

    PlanChanges(EntitlementReader reader) {
        this.reader = reader;
    }

    /// Those of all plans for an authority of the nation, else of own plans, or that the own group
    /// decided; in their order.
    public List<Entry.Changed> seen(Caller caller) {
        Sight sight = Sight.of(caller);
        List<Entry.Changed> all = reader.changes();
        if (sight.kinds().contains(AccountId.Kind.PLAN.code()) && sight.region().isEmpty()) {
            return all;
        }
        Set<AccountId> own = new HashSet<>();
        reader.accountsOf(List.of(sight.organisation()))
                .forEach(held -> own.add(held.account().id()));
        return all.stream().filter(c -> concerns(c.change(), own, sight.organisation())).toList();
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
