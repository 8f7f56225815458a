package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides what becomes of a command. Pure: reads the state, changes nothing.
public final class Decider {
    private final LedgerState state;

    public Decider(LedgerState state) {
        this.state = state;
    }

    /// O(rows) for a declaration, O(1) for all else.
    ///
    /// @param nowMicros when it is decided, microseconds since 1970
    public Decision decide(Submission asked, long nowMicros) {
        return switch (asked.command()) {
            case Command.Declare declare -> declared(asked.sender(), declare);
            case Command.Grant grant -> granted(asked.sender(), grant);
            case Command.Split split -> passed(asked.sender(), split);
            case Command.Reserve reserve -> reserved(asked.sender(), reserve, nowMicros);
            case Command.Confirm(String hold, long amount) ->
                    confirmed(asked.sender(), hold, amount, nowMicros);
            case Command.Release(String hold) -> released(asked.sender(), hold);
            case Command.Expire(String hold) -> expired(asked.sender(), hold, nowMicros);
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

    private Decision granted(Sender sender, Command.Grant grant) {
        if (sender.standing() != Sender.Standing.EVERYBODY) {
            return refused(Code.TABLE_RESERVED, grant.document().table(), "");
        }
        if (grant.amount() <= 0) {
            return refused(Code.AMOUNT_NOT_POSITIVE, grant.account(), grant.amount());
        }
        if (state.account(grant.account()).isPresent()) {
            return refused(Code.ACCOUNT_EXISTS, grant.account(), grant.account().name());
        }
        return accepted(
                new Entry.Declared(grant.document()),
                new Entry.Granted(
                        grant.account(),
                        DeclarationRules.holder(grant.document()),
                        grant.amount()));
    }

    private Decision passed(Sender sender, Command.Split split) {
        if (split.amount() <= 0) {
            return refused(Code.AMOUNT_NOT_POSITIVE, split.from(), split.amount());
        }
        if (state.account(split.to()).isPresent()) {
            return refused(Code.ACCOUNT_EXISTS, split.to(), split.to().name());
        }
        Optional<Account> from = state.account(split.from());
        if (from.isEmpty()) {
            return refused(Code.ACCOUNT_UNKNOWN, split.from(), split.from().name());
        }
        if (!mayUse(sender, split.from())) {
            return refused(Code.ACCOUNT_OF_ANOTHER, split.from(), sender.organisation());
        }
        if (split.from().kind() != split.to().kind()) {
            return refused(Code.KIND_DIFFERS, split.to(), split.to().kind().code());
        }
        if (split.amount() > from.get().available()) {
            return refused(Code.OVERDRAFT, split.from(), split.amount());
        }
        return accepted(
                new Entry.Declared(split.document()),
                new Entry.Passed(
                        split.from(),
                        split.to(),
                        DeclarationRules.holder(split.document()),
                        split.amount()));
    }

    private Decision reserved(Sender sender, Command.Reserve reserve, long nowMicros) {
        if (reserve.amount() <= 0) {
            return refused(Code.AMOUNT_NOT_POSITIVE, reserve.account(), reserve.amount());
        }
        Optional<Account> account = state.account(reserve.account());
        if (account.isEmpty()) {
            return refused(Code.ACCOUNT_UNKNOWN, reserve.account(), reserve.account().name());
        }
        if (!mayUse(sender, reserve.account())) {
            return refused(Code.ACCOUNT_OF_ANOTHER, reserve.account(), sender.organisation());
        }
        if (state.hold(reserve.hold()).isPresent()) {
            return refused(Code.HOLD_EXISTS, reserve.hold(), reserve.hold());
        }
        if (reserve.untilMicros() <= nowMicros) {
            return refused(Code.UNTIL_IN_THE_PAST, reserve.hold(), reserve.untilMicros());
        }
        if (reserve.amount() > account.get().available()) {
            return refused(Code.OVERDRAFT, reserve.account(), reserve.amount());
        }
        return accepted(
                new Entry.Reserved(
                        reserve.account(),
                        reserve.hold(),
                        sender.organisation(),
                        reserve.amount(),
                        reserve.untilMicros()));
    }

    private Decision confirmed(Sender sender, String name, long amount, long nowMicros) {
        if (amount <= 0) {
            return refused(Code.AMOUNT_NOT_POSITIVE, name, amount);
        }
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Hold hold = state.hold(name).orElseThrow();
        if (hold.untilMicros() <= nowMicros) {
            return refused(Code.HOLD_EXPIRED, name, hold.untilMicros());
        }
        if (amount > hold.amount()) {
            return refused(Code.ABOVE_HOLD, name, amount);
        }
        return accepted(new Entry.Confirmed(name, amount));
    }

    private Decision released(Sender sender, String name) {
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        return refusal.isPresent()
                ? new Decision.Refused(refusal.get())
                : accepted(new Entry.Released(name));
    }

    private Decision expired(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Hold hold = state.hold(name).orElseThrow();
        return hold.untilMicros() > nowMicros
                ? refused(Code.HOLD_NOT_EXPIRED, name, hold.untilMicros())
                : accepted(new Entry.Expired(name));
    }

    private Optional<Refusal> refusalOfEnding(Sender sender, String name) {
        Optional<Hold> hold = state.hold(name);
        if (hold.isEmpty()) {
            return Optional.of(new Refusal(Code.HOLD_UNKNOWN, name, name));
        }
        if (sender.standing() != Sender.Standing.EVERYBODY
                && !hold.get().organisation().equals(sender.organisation())) {
            return Optional.of(new Refusal(Code.HOLD_OF_ANOTHER, name, sender.organisation()));
        }
        if (hold.get().state() != Hold.State.RESERVED) {
            return Optional.of(new Refusal(Code.HOLD_ENDED, name, hold.get().state().code()));
        }
        return Optional.empty();
    }

    private boolean mayUse(Sender sender, AccountId account) {
        return sender.standing() == Sender.Standing.EVERYBODY
                || state.holderOf(account).filter(sender.organisation()::equals).isPresent();
    }

    private static Decision accepted(Entry... entries) {
        return new Decision.Accepted(List.of(entries));
    }

    private static Decision refused(Code code, Object subject, Object value) {
        return new Decision.Refused(new Refusal(code, subject.toString(), value.toString()));
    }
}
