package org.ytterby.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;

/// A batch while it is being decided.
final class Draft {
    final List<Taken.Stored> stored = new ArrayList<>();
    final List<Batch.Decided> decided = new ArrayList<>();
    private final Set<AccountId> accounts = new HashSet<>();
    private final Set<String> holds = new HashSet<>();
    private final Set<String> proposals = new HashSet<>();
    private final Set<String> cases = new HashSet<>();
    private final Map<String, Batch.Facility> facilities = new TreeMap<>();

    /// Remembers what an entry changed; the state has it already.
    void touch(Entry entry, LedgerState state) {
        switch (entry) {
            case Entry.Verdict _, Entry.Enacted _, Entry.Awarded _, Entry.Revoked _ -> {}
            case Entry.Declared(DeclaredRow row) -> {
                if (row.table().equals(LedgerState.FACILITIES)) {
                    facilities.put(
                            row.cell("facility"),
                            new Batch.Facility(row.cell("party"), row.cell("region")));
                }
            }
            case Entry.Granted(AccountId account, String _, long _) -> accounts.add(account);
            case Entry.Passed(AccountId from, AccountId to, String _, long _) -> {
                accounts.add(from);
                accounts.add(to);
            }
            case Entry.Changed changed -> {
                accounts.add(changed.change().account());
                if (changed.change() instanceof Change.Transfer transfer) {
                    accounts.add(transfer.to());
                }
            }
            case Entry.Proposed proposed -> proposals.add(proposed.proposal());
            case Entry.Approved approved -> proposals.add(approved.proposal());
            case Entry.Rejected rejected -> proposals.add(rejected.proposal());
            case Entry.Withdrawn(String proposal, String _) -> proposals.add(proposal);
            case Entry.Lapsed(String proposal) -> proposals.add(proposal);
            case Entry.Stepped stepped -> cases.add(stepped.name());
            case Entry.Reserved reserved -> touchHold(reserved.hold(), state);
            case Entry.Confirmed(String hold, long _) -> touchHold(hold, state);
            case Entry.Released(String hold) -> touchHold(hold, state);
            case Entry.Expired(String hold) -> touchHold(hold, state);
        }
    }

    private void touchHold(String name, LedgerState state) {
        holds.add(name);
        state.hold(name).map(Hold::account).ifPresent(accounts::add);
    }

    Batch batch(long first, LedgerState state) {
        List<Account> changed =
                accounts.stream().flatMap(id -> state.account(id).stream()).toList();
        Map<AccountId, String> holders = new HashMap<>();
        for (Account account : changed) {
            state.holderOf(account.id()).ifPresent(holder -> holders.put(account.id(), holder));
        }
        return new Batch(
                new Taken(first, stored),
                decided,
                changed,
                holders,
                holds.stream().flatMap(name -> state.hold(name).stream()).toList(),
                proposals.stream().flatMap(name -> state.proposal(name).stream()).toList(),
                cases.stream().flatMap(name -> state.caseFile(name).stream()).toList(),
                facilities);
    }
}
