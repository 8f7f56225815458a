package org.ytterby.server.desk.planning;

import java.util.Map;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.ledger.PlanChanges;
import org.ytterby.server.web.Language;

/// How a plan was altered, as a row.
///
/// @param kind `amend`, `recall` or `transfer`
/// @param plan its id, of a transfer both
/// @param clause empty for a transfer
/// @param who the organisation that decided it
public record ChangeView(
        String kind,
        String plan,
        String amount,
        String clause,
        String reason,
        String who,
        String when) {

    static ChangeView of(Entry.Changed changed, Language language) {
        Change change = changed.change();
        String plan = change.account().name();
        boolean isTransfer = change instanceof Change.Transfer;
        return new ChangeView(
                PlanChanges.code(change),
                change instanceof Change.Transfer transfer
                        ? plan + " → " + transfer.to().name()
                        : plan,
                isTransfer ? language.mass(-changed.amount()) : signed(changed.amount(), language),
                PlanChanges.clause(change),
                PlanChanges.reason(change),
                changed.organisation(),
                language.date(changed.atMicros()));
    }

    static String signed(long kg, Language language) {
        return (kg > 0 ? "+" : kg < 0 ? "−" : "") + language.mass(Math.abs(kg));
    }

    /// A plan as it stands.
    ///
    /// @param year empty while the plan was not analysed
    /// @param kind likewise
    /// @param ore empty for all
    /// @param holderId party code
    public record Plan(
            String id,
            String holder,
            String holderId,
            String year,
            String kind,
            String ore,
            String granted,
            String drawn,
            String left) {
        static Plan of(PlanAccounts.Held held, Map<String, String> names, Language language) {
            ControlPlan plan = held.plan();
            String holder = held.balance().holder();
            return new Plan(
                    held.id(),
                    names.getOrDefault(holder, holder),
                    holder,
                    plan == null ? "" : Integer.toString(plan.year()),
                    plan == null ? "" : plan.kind().code(),
                    plan == null || plan.oreType() == null ? "" : plan.oreType().code(),
                    language.mass(held.balance().grantedKg()),
                    language.mass(held.balance().reservedKg() + held.balance().drawnKg()),
                    language.mass(held.balance().leftKg()));
        }
    }
}
