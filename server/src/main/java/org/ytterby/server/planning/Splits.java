package org.ytterby.server.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.plan.SplitDeadline;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.PlanGrants;

/// Plans of groups that are to be split among their enterprises, and how far they are.
@Component
public class Splits {
    private final PlanGrants grants;

    Splits(PlanGrants grants) {
        this.grants = grants;
    }

    /// A plan of a group.
    ///
    /// @param holder id of the group
    /// @param passedKg of it, to others
    public record Split(
            String plan,
            String holder,
            int year,
            String batch,
            LocalDate issued,
            long grantedKg,
            long passedKg) {
        /// Whether nothing of it is left to be passed on.
        public boolean isWhole() {
            return passedKg >= grantedKg;
        }

        /// The deadline that counts for it.
        ///
        /// @param deadlines the first of a batch being the one that counts
        public Optional<SplitDeadline> rule(List<SplitDeadline> deadlines) {
            return deadlines.stream()
                    .filter(d -> d.year() == year && d.batch().equals(batch))
                    .findFirst();
        }
    }

    /// Those that somebody sees, by name.
    public List<Split> of(Caller caller, Registry registry) {
        Set<String> groups =
                registry.parties().stream()
                        .filter(p -> p.kind() == PartyKind.GROUP)
                        .map(Party::id)
                        .collect(Collectors.toSet());
        Map<String, Long> passed = grants.passedKg();
        List<Split> splits = new ArrayList<>();
        for (PlanGrants.Balance balance : grants.balances(caller)) {
            if (groups.contains(balance.holder())) {
                grants.row(balance.plan())
                        .map(row -> split(balance, row, passed))
                        .ifPresent(splits::add);
            }
        }
        return splits;
    }

    private static Split split(
            PlanGrants.Balance balance, DeclaredRow row, Map<String, Long> passed) {
        return new Split(
                balance.plan(),
                balance.holder(),
                Integer.parseInt(row.cell("year").strip()),
                row.cell("batch"),
                LocalDate.parse(row.cell("issued_on").strip()),
                balance.grantedKg(),
                passed.getOrDefault(balance.plan(), 0L));
    }
}
