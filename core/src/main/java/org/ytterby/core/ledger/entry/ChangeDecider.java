package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on what alters plans. Pure: reads the state, changes nothing.
final class ChangeDecider {
    private final LedgerState state;

    ChangeDecider(LedgerState state) {
        this.state = state;
    }

    /// What a change brings about, once it may be had at all.
    Decision changed(Sender sender, Change change, long nowMicros) {
        Optional<Refusal> refusal =
                switch (change) {
                    case Change.Amend amend -> refusal(sender, amend);
                    case Change.Recall recall -> refusal(sender, recall);
                    case Change.Transfer transfer -> refusal(sender, transfer, nowMicros);
                };
        return refusal.<Decision>map(Decision.Refused::new)
                .orElseGet(() ->
                        Decision.accepted(
                                new Entry.Changed(
                                        change,
                                        amount(change),
                                        sender.organisation(),
                                        sender.person(),
                                        nowMicros)));
    }

    /// Whether it is the sender's to do, alone or with another.
    boolean mayChange(Sender sender, Change change) {
        return switch (change) {
            case Change.Amend _, Change.Recall _ -> sender.isForAll();
            case Change.Transfer transfer ->
                    sender.isForAll() || sender.organisation().equals(transfer.group());
        };
    }

    /// By how much the account is more or less.
    private long amount(Change change) {
        return switch (change) {
            case Change.Amend amend -> amend.amount();
            case Change.Recall recall -> -left(recall.account());
            case Change.Transfer transfer -> -transfer.amount();
        };
    }

    private long left(AccountId id) {
        return state.account(id).map(Account::available).orElse(0L);
    }

    private Optional<Refusal> refusal(Sender sender, Change.Amend amend) {
        AccountId id = amend.account();
        if (!sender.isForAll()) {
            return refused(Code.NOT_ALLOWED, id, sender.organisation());
        }
        if (state.account(id).isEmpty()) {
            return refused(Code.ACCOUNT_UNKNOWN, id, id.name());
        }
        if (-amend.amount() > left(id)) {
            return refused(Code.OVERDRAFT, id, amend.amount());
        }
        return refusalOfMore(id, amend.amount());
    }

    private Optional<Refusal> refusal(Sender sender, Change.Recall recall) {
        AccountId id = recall.account();
        if (!sender.isForAll()) {
            return refused(Code.NOT_ALLOWED, id, sender.organisation());
        }
        if (state.account(id).isEmpty()) {
            return refused(Code.ACCOUNT_UNKNOWN, id, id.name());
        }
        return left(id) == 0 ? refused(Code.NOTHING_LEFT, id, 0) : Optional.empty();
    }

    private Optional<Refusal> refusal(Sender sender, Change.Transfer transfer, long nowMicros) {
        AccountId from = transfer.account();
        if (transfer.amount() <= 0) {
            return refused(Code.AMOUNT_NOT_POSITIVE, from, transfer.amount());
        }
        for (AccountId id : new AccountId[] {from, transfer.to()}) {
            if (state.account(id).isEmpty()) {
                return refused(Code.ACCOUNT_UNKNOWN, id, id.name());
            }
        }
        if (!mayChange(sender, transfer)) {
            return refused(Code.ACCOUNT_OF_ANOTHER, from, sender.organisation());
        }
        for (AccountId id : new AccountId[] {from, transfer.to()}) {
            String holder = state.holderOf(id).orElse("");
            if (!state.isOfGroup(holder, transfer.group(), nowMicros)) {
                return refused(Code.GROUP_DIFFERS, id, holder);
            }
        }
        if (!state.termsOf(from).equals(state.termsOf(transfer.to()))) {
            return refused(Code.PLAN_DIFFERS, transfer.to(), from.name());
        }
        if (transfer.amount() > left(from)) {
            return refused(Code.OVERDRAFT, from, transfer.amount());
        }
        return refusalOfMore(transfer.to(), transfer.amount());
    }

    /// An account holds no more than an entry can tell.
    private Optional<Refusal> refusalOfMore(AccountId id, long amount) {
        long granted = state.account(id).orElseThrow().granted();
        return granted > Command.NUMBER_MAX - amount
                ? refused(Code.ABOVE_ACCOUNT, id, amount)
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Code code, AccountId id, String value) {
        return Optional.of(new Refusal(code, id.toString(), value));
    }

    private static Optional<Refusal> refused(Code code, AccountId id, long value) {
        return refused(code, id, Long.toString(value));
    }
}
