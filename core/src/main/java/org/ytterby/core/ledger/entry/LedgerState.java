package org.ytterby.core.ledger.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ytterby.core.ledger.LawTable;

/// What acceptance needs to know: accounts, what plans are for, what is set aside or proposed, who
/// runs which facility and belongs to which group, which law was enacted and reward revoked.
///
/// The fold of all entries in their order. Not safe for use by several threads at once.
public final class LedgerState {
    /// The table of the package that says who runs what.
    public static final String FACILITIES = "facilities";

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, String> holders = new HashMap<>();
    private final Map<String, PlanTerms> terms = new HashMap<>();
    private final GroupMemberships memberships = new GroupMemberships();
    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<String, Proposal> proposals = new HashMap<>();
    private final Map<String, CaseFile> cases = new HashMap<>();
    private final Map<String, String> facilities = new HashMap<>();
    private final Set<String> enacted = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();

    /// Adds what an entry says; it was decided before and is not judged again.
    ///
    /// @throws IllegalArgumentException if an account would be overdrawn: then the entries are not
    ///   those of a ledger
    public void apply(Entry entry) {
        switch (entry) {
            case Entry.Verdict _, Entry.Awarded _ -> {}
            case Entry.Enacted enacted -> restore(enacted.row());
            case Entry.Revoked taken -> revoked.add(taken.revocation().reward());
            case Entry.Declared(DeclaredRow row) -> declare(row);
            case Entry.Granted(AccountId id, String holder, long amount) ->
                    open(id, holder, amount);
            case Entry.Passed(AccountId from, AccountId to, String holder, long amount) -> {
                accounts.put(from, known(from).withPosted(amount));
                open(to, holder, amount);
            }
            case Entry.Changed changed -> change(changed);
            case Entry.Proposed proposed -> restore(Proposal.of(proposed));
            case Entry.Approved(String proposal, String _, String person) ->
                    end(proposal, Proposal.State.APPROVED, person, "");
            case Entry.Rejected(String proposal, String _, String person, String reason) ->
                    end(proposal, Proposal.State.REJECTED, person, reason);
            case Entry.Withdrawn(String proposal, String person) ->
                    end(proposal, Proposal.State.WITHDRAWN, person, "");
            case Entry.Lapsed(String proposal) -> end(proposal, Proposal.State.LAPSED, "", "");
            case Entry.Stepped stepped -> restore(CaseFile.of(stepped, cases.get(stepped.name())));
            case Entry.Reserved(
                            AccountId id,
                            String hold,
                            String organisation,
                            long amount,
                            long until) -> {
                accounts.put(id, known(id).withReserved(amount));
                holds.put(
                        hold,
                        new Hold(hold, id, organisation, amount, until, Hold.State.RESERVED, 0));
            }
            case Entry.Confirmed(String hold, long amount) ->
                    end(hold, Hold.State.CONFIRMED, amount);
            case Entry.Released(String hold) -> end(hold, Hold.State.RELEASED, 0);
            case Entry.Expired(String hold) -> end(hold, Hold.State.EXPIRED, 0);
        }
    }

    /// Puts back an account as it was kept.
    public void restore(Account account, String holder) {
        accounts.put(account.id(), account);
        holders.put(account.id(), holder);
    }

    /// Puts back who runs a facility.
    public void restore(String facility, String party) {
        facilities.put(facility, party);
    }

    /// The tables whose rows are to be put back by [#apply], besides accounts and facilities.
    public static Set<String> tables() {
        return Set.of(PlanTerms.PLANS, GroupMemberships.MEMBERSHIPS);
    }

    /// Puts back a row of dated law that was enacted.
    public void restore(DeclaredRow law) {
        enacted.add(begins(law));
    }

    /// Puts back what was set aside.
    public void restore(Hold hold) {
        holds.put(hold.name(), hold);
    }

    /// Puts back what was proposed.
    public void restore(Proposal proposal) {
        proposals.put(proposal.name(), proposal);
    }

    /// Puts back a case.
    public void restore(CaseFile file) {
        cases.put(file.name(), file);
    }

    /// Drops what was set aside: whoever keeps it elsewhere puts back what the next commands name.
    public void forgetHolds() {
        holds.clear();
    }

    /// Drops what was proposed, in the same manner.
    public void forgetProposals() {
        proposals.clear();
    }

    /// Drops cases, in the same manner.
    public void forgetCases() {
        cases.clear();
    }

    private void declare(DeclaredRow row) {
        switch (row.table()) {
            case FACILITIES -> facilities.put(row.cell("facility"), row.cell("party"));
            case PlanTerms.PLANS -> terms.put(row.cell("plan"), PlanTerms.of(row));
            case GroupMemberships.MEMBERSHIPS -> memberships.add(row);
            default -> {}
        }
    }

    private void change(Entry.Changed changed) {
        AccountId id = changed.change().account();
        accounts.put(id, known(id).withGranted(changed.amount()));
        if (changed.change() instanceof Change.Transfer transfer) {
            accounts.put(transfer.to(), known(transfer.to()).withGranted(-changed.amount()));
        }
    }

    private void open(AccountId id, String holder, long amount) {
        accounts.put(id, new Account(id, amount, 0, 0));
        holders.put(id, holder);
    }

    private void end(String name, Hold.State as, long drawn) {
        Hold hold =
                hold(name)
                        .orElseThrow(() -> new IllegalArgumentException("no reservation " + name));
        accounts.put(hold.account(), known(hold.account()).settled(hold.amount(), drawn));
        holds.put(name, hold.ended(as, drawn));
    }

    private void end(String name, Proposal.State as, String by, String reason) {
        Proposal proposal =
                proposal(name)
                        .orElseThrow(() -> new IllegalArgumentException("no proposal " + name));
        proposals.put(name, proposal.ended(as, by, reason));
    }

    private Account known(AccountId id) {
        return account(id).orElseThrow(() -> new IllegalArgumentException("no account " + id));
    }

    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /// The party that an account belongs to.
    public Optional<String> holderOf(AccountId id) {
        return Optional.ofNullable(holders.get(id));
    }

    /// What a plan is for, as its newest row has it; empty where none was declared.
    Optional<PlanTerms> termsOf(AccountId plan) {
        return Optional.ofNullable(terms.get(plan.name()));
    }

    /// Whether a party is a group or belongs to it at an instant.
    boolean isOfGroup(String party, String group, long micros) {
        return memberships.isOf(party, group, micros);
    }

    public Optional<Hold> hold(String name) {
        return Optional.ofNullable(holds.get(name));
    }

    public Optional<Proposal> proposal(String name) {
        return Optional.ofNullable(proposals.get(name));
    }

    public Optional<CaseFile> caseFile(String name) {
        return Optional.ofNullable(cases.get(name));
    }

    /// The party that runs a facility, as registered last.
    public Optional<String> partyOf(String facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    /// Whether a row of the same table, key and first day was enacted.
    boolean isEnacted(DeclaredRow law) {
        return enacted.contains(begins(law));
    }

    /// Whether a reward was taken back.
    boolean isRevoked(String reward) {
        return revoked.contains(reward);
    }

    private static String begins(DeclaredRow law) {
        String key = LawTable.find(law.table()).map(table -> table.key(law.cells())).orElse("");
        return law.table() + " " + key + " from " + law.cell(LawTable.FROM);
    }

    /// Who runs what, party by facility.
    public Map<String, String> facilities() {
        return Map.copyOf(facilities);
    }

    /// Every account, in no order.
    public Iterable<Account> accounts() {
        return accounts.values();
    }

    /// Everything that was ever set aside, in no order.
    public Iterable<Hold> holds() {
        return holds.values();
    }

    /// Everything that was ever proposed, in no order.
    public Iterable<Proposal> proposals() {
        return proposals.values();
    }

    /// Every case, in no order.
    public Iterable<CaseFile> cases() {
        return cases.values();
    }
}
