package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides what becomes of a command. Pure: reads the state, changes nothing.
public final class Decider {
    private final LedgerState state;
    private final AccountDecider accounts;
    private final CaseDecider cases;
    private final ProposalDecider proposals;

    public Decider(LedgerState state) {
        this.state = state;
        accounts = new AccountDecider(state);
        cases = new CaseDecider(state);
        proposals = new ProposalDecider(state, accounts, cases);
    }

    /// O(rows) for a declaration, O(1) for all else.
    ///
    /// @param nowMicros when it is decided, microseconds since 1970
    public Decision decide(Submission asked, long nowMicros) {
        Sender sender = asked.sender();
        return switch (asked.command()) {
            case Command.Declare declare -> declared(sender, declare);
            case Command.FourEyes command -> bound(sender, command, nowMicros);
            case Command.Act(String name, CaseStep.Alone step) ->
                    cases.stepped(sender, name, step, nowMicros);
            case Command.Propose propose -> proposals.proposed(sender, propose, nowMicros);
            case Command.Approve(String proposal) ->
                    proposals.approved(sender, proposal, nowMicros);
            case Command.Reject reject -> proposals.rejected(sender, reject, nowMicros);
            case Command.Withdraw(String proposal) ->
                    proposals.withdrawn(sender, proposal, nowMicros);
            case Command.Lapse(String proposal) -> proposals.lapsed(sender, proposal, nowMicros);
            case Command.Reserve reserve -> accounts.reserved(sender, reserve, nowMicros);
            case Command.Confirm(String hold, long amount) ->
                    accounts.confirmed(sender, hold, amount, nowMicros);
            case Command.Release(String hold) -> accounts.released(sender, hold);
            case Command.Expire(String hold) -> accounts.expired(sender, hold, nowMicros);
        };
    }

    private Decision declared(Sender sender, Command.Declare declare) {
        List<Entry> entries = new ArrayList<>(declare.rows().size());
        for (DeclaredRow row : declare.rows()) {
            Optional<Refusal> refusal = DeclarationRules.refusal(state, sender, row);
            if (refusal.isPresent()) {
                return new Decision.Refused(refusal.get());
            }
            entries.add(new Entry.Declared(row));
        }
        return new Decision.Accepted(entries);
    }

    /// What takes two persons is taken from one alone only where nobody else could be asked.
    private Decision bound(Sender sender, Command.FourEyes command, long nowMicros) {
        boolean isAlone = sender.standing() == Sender.Standing.EVERYBODY;
        boolean isRefusedAnyway =
                switch (command) {
                    case Command.Grant _,
                            Command.Penalise _,
                            Command.Enact _,
                            Command.Award _,
                            Command.Revoke _ ->
                            !sender.isForAll();
                    case Command.Alter(Change change) ->
                            !(change instanceof Change.Transfer) && !sender.isForAll();
                    case Command.Split _ -> false;
                };
        return isAlone || isRefusedAnyway
                ? proposals.bound(sender, command, nowMicros)
                : Decision.refused(Code.APPROVAL_NEEDED, sender.person(), sender.person());
    }
}
