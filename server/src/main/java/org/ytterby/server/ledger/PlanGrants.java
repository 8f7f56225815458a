package org.ytterby.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.EntitlementReader.Held;
import org.ytterby.server.ledger.Submitter.Receipted;

/// Plans as the ledger has granted them, and proposing more of them.
@Component
public class PlanGrants {
    private static final int HELD_MAX = 1_000;

    private final EntitlementReader reader;
    private final Submitter submitter;

    PlanGrants(EntitlementReader reader, Submitter submitter) {
        this.reader = reader;
        this.submitter = submitter;
    }

    /// A plan to be proposed.
    ///
    /// @param proposal its name, unique for ever
    /// @param row of table `plans`
    public record Wanted(String proposal, DeclaredRow row) {}

    /// Proposes plans for another person to approve; each is decided by itself, and sent again
    /// under the same key it is what it was.
    ///
    /// @return answers in the same order
    public List<Receipted> propose(Caller caller, String key, List<Wanted> wanted) {
        long until = submitter.proposalEnd(null);
        List<Submitter.Asked> commands = new ArrayList<>();
        for (Wanted one : wanted) {
            commands.add(
                    new Submitter.Asked(
                            caller.sender(Role.PLAN_OFFICER),
                            new Command.Propose(one.proposal, Grants.of(one.row), until)));
        }
        return submitter.answers(new Submitter.Sent(key, wanted.toString()), commands).stream()
                .map(Receipted::of)
                .toList();
    }

    /// What is wrong with the form of a row; empty where nothing is.
    public static List<Problem> problems(DeclaredRow row) {
        return PackageRows.problems(row.table(), List.of(row.cells())).stream()
                .filter(p -> p.weight() == Problem.Weight.ERROR)
                .toList();
    }

    /// The rows that grant plans of a year as they stand last, without those that were revoked.
    public List<DeclaredRow> of(int year) {
        Map<String, DeclaredRow> last = new LinkedHashMap<>();
        reader.plans(year).forEach(row -> last.put(row.cell("plan"), row));
        return last.values().stream().filter(row -> row.cell("revoked_on").isBlank()).toList();
    }

    /// The newest row that granted a plan.
    public Optional<DeclaredRow> row(String plan) {
        return reader.plan(plan);
    }

    /// The entry that granted a plan.
    ///
    /// @param position in the ledger
    /// @param leaf its hash in the transparency log, hexadecimal
    public record Granting(long position, String leaf) {}

    /// Where a plan was granted first; empty for one that is not.
    public Optional<Granting> granting(String plan) {
        return reader.granting(plan);
    }

    /// How much of each plan was passed on to others, kg by id of the plan.
    public Map<String, Long> passedKg() {
        return reader.passedKg();
    }

    /// The row of a part of a plan: as that of the whole, but for whom and how much.
    ///
    /// @param whole empty where there is no such plan
    static DeclaredRow part(
            Optional<DeclaredRow> whole,
            String plan,
            String holder,
            String tonnes,
            String issuedOn) {
        SortedMap<String, String> cells = new TreeMap<>();
        whole.ifPresent(row -> cells.putAll(row.cells()));
        cells.put("plan", plan);
        cells.put("holder", holder);
        cells.put("tonnes_reo", tonnes);
        cells.put("issued_on", issuedOn);
        return new DeclaredRow(Grants.PLANS, cells);
    }

    /// The split of a plan that there is.
    ///
    /// @param plan id of the part
    /// @param tonnes as a number of good form
    public Command.Split split(
            String from, String plan, String holder, String tonnes, String issuedOn) {
        DeclaredRow document = part(reader.plan(from), plan, holder, tonnes, issuedOn);
        return new Command.Split(
                new AccountId(AccountId.Kind.PLAN, from),
                new AccountId(AccountId.Kind.PLAN, plan),
                Grants.amount(document),
                document);
    }

    /// What a proposal of a plan grants, kg; 0 for any other.
    public static long amountKg(Proposal proposal) {
        return proposal.command() instanceof Command.Grant grant
                        && grant.account().kind() == AccountId.Kind.PLAN
                ? grant.amount()
                : 0;
    }

    /// Amounts of an account.
    ///
    /// @param drawnKg for good, or passed on
    public record Balance(
            String plan, String holder, long grantedKg, long reservedKg, long drawnKg) {
        public long leftKg() {
            return grantedKg - reservedKg - drawnKg;
        }
    }

    private static Balance balance(Held held) {
        return new Balance(
                held.account().id().name(),
                held.holder(),
                held.account().granted(),
                held.account().reserved(),
                held.account().posted());
    }

    /// The accounts of plans of some holders, by name.
    public List<Balance> balancesOf(List<String> holders) {
        return reader.accountsOf(holders).stream().map(PlanGrants::balance).toList();
    }

    /// The accounts of plans that somebody sees, by name.
    public List<Balance> balances(Caller caller) {
        List<Balance> balances = new ArrayList<>();
        @Nullable String after = "";
        while (after != null) {
            EntitlementReader.Listed<Held> page =
                    reader.accounts(
                            Sight.of(caller), new EntitlementReader.Wanted("", after, HELD_MAX));
            for (Held held : page.items()) {
                if (held.account().id().kind() == AccountId.Kind.PLAN) {
                    balances.add(balance(held));
                }
            }
            after = page.next();
        }
        return balances;
    }
}
