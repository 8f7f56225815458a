package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on accounts and on what is set aside from them. Pure: reads the state, changes nothing.
final class AccountDecider {
    private final LedgerState state;

    AccountDecider(LedgerState state) {
        this.state = state;
    }

    /// What a grant or split brings about, once it may be had at all.
    Decision bound(Sender sender, Command.Entitling command) {
        return switch (command) {
            case Command.Grant grant -> granted(sender, grant);
            case Command.Split split -> passed(sender, split);
        };
    }

    /// Whether it is the sender's to grant or split.
    boolean mayBind(Sender sender, Command.Entitling command) {
        return switch (command) {
            case Command.Grant _ -> sender.isForAll();
            case Command.Split split -> mayUse(sender, split.from());
        };
    }

    private Decision granted(Sender sender, Command.Grant grant) {
        if (!sender.isForAll()) {
            return Decision.refused(Code.TABLE_RESERVED, grant.document().table(), "");
        }
        if (grant.amount() <= 0) {
            return Decision.refused(Code.AMOUNT_NOT_POSITIVE, grant.account(), grant.amount());
        }
        if (state.account(grant.account()).isPresent()) {
            return Decision.refused(Code.ACCOUNT_EXISTS, grant.account(), grant.account().name());
        }
        return Decision.accepted(
                new Entry.Declared(grant.document()),
                new Entry.Granted(
                        grant.account(),
                        DeclarationRules.holder(grant.document()),
                        grant.amount()));
    }

    private Decision passed(Sender sender, Command.Split split) {
        if (split.amount() <= 0) {
            return Decision.refused(Code.AMOUNT_NOT_POSITIVE, split.from(), split.amount());
        }
        if (state.account(split.to()).isPresent()) {
            return Decision.refused(Code.ACCOUNT_EXISTS, split.to(), split.to().name());
        }
        Optional<Account> from = state.account(split.from());
        if (from.isEmpty()) {
            return Decision.refused(Code.ACCOUNT_UNKNOWN, split.from(), split.from().name());
        }
        if (!mayUse(sender, split.from())) {
            return Decision.refused(Code.ACCOUNT_OF_ANOTHER, split.from(), sender.organisation());
        }
        if (split.from().kind() != split.to().kind()) {
            return Decision.refused(Code.KIND_DIFFERS, split.to(), split.to().kind().code());
        }
        if (split.amount() > from.get().available()) {
            return Decision.refused(Code.OVERDRAFT, split.from(), split.amount());
        }
        return Decision.accepted(
                new Entry.Declared(split.document()),
                new Entry.Passed(
                        split.from(),
                        split.to(),
                        DeclarationRules.holder(split.document()),
                        split.amount()));
    }

    Decision reserved(Sender sender, Command.Reserve reserve, long nowMicros) {
        if (reserve.amount() <= 0) {
            return Decision.refused(Code.AMOUNT_NOT_POSITIVE, reserve.account(), reserve.amount());
        }
        Optional<Account> account = state.account(reserve.account());
        if (account.isEmpty()) {
            return Decision.refused(
                    Code.ACCOUNT_UNKNOWN, reserve.account(), reserve.account().name());
        }
        if (!mayUse(sender, reserve.account())) {
            return Decision.refused(
                    Code.ACCOUNT_OF_ANOTHER, reserve.account(), sender.organisation());
        }
        if (state.hold(reserve.hold()).isPresent()) {
            return Decision.refused(Code.HOLD_EXISTS, reserve.hold(), reserve.hold());
        }
        if (reserve.untilMicros() <= nowMicros) {
            return Decision.refused(Code.UNTIL_IN_THE_PAST, reserve.hold(), reserve.untilMicros());
        }
        if (reserve.amount() > account.get().available()) {
            return Decision.refused(Code.OVERDRAFT, reserve.account(), reserve.amount());
        }
        return Decision.accepted(
                new Entry.Reserved(
                        reserve.account(),
                        reserve.hold(),
                        sender.organisation(),
                        reserve.amount(),
                        reserve.untilMicros()));
    }

    Decision confirmed(Sender sender, String name, long amount, long nowMicros) {
        if (amount <= 0) {
            return Decision.refused(Code.AMOUNT_NOT_POSITIVE, name, amount);
        }
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Hold hold = state.hold(name).orElseThrow();
        if (hold.untilMicros() <= nowMicros) {
            return Decision.refused(Code.HOLD_EXPIRED, name, hold.untilMicros());
        }
        if (amount > hold.amount()) {
            return Decision.refused(Code.ABOVE_HOLD, name, amount);
        }
        return Decision.accepted(new Entry.Confirmed(name, amount));
    }

    Decision released(Sender sender, String name) {
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        return refusal.isPresent()
                ? new Decision.Refused(refusal.get())
                : Decision.accepted(new Entry.Released(name));
    }

    Decision expired(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfEnding(sender, name);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Hold hold = state.hold(name).orElseThrow();
        return hold.untilMicros() > nowMicros
                ? Decision.refused(Code.HOLD_NOT_EXPIRED, name, hold.untilMicros())
                : Decision.accepted(new Entry.Expired(name));
    }

    private Optional<Refusal> refusalOfEnding(Sender sender, String name) {
        Optional<Hold> hold = state.hold(name);
        if (hold.isEmpty()) {
            return Optional.of(new Refusal(Code.HOLD_UNKNOWN, name, name));
        }
        if (!sender.isForAll() && !hold.get().organisation().equals(sender.organisation())) {
            return Optional.of(new Refusal(Code.HOLD_OF_ANOTHER, name, sender.organisation()));
        }
        if (hold.get().state() != Hold.State.RESERVED) {
            return Optional.of(new Refusal(Code.HOLD_ENDED, name, hold.get().state().code()));
        }
        return Optional.empty();
    }

    private boolean mayUse(Sender sender, AccountId account) {
        return sender.isForAll()
                || state.holderOf(account).filter(sender.organisation()::equals).isPresent();
    }
}
