package org.ytterby.core.ledger.entry;

import java.util.List;

/// What a sender asks the ledger to take.
public sealed interface Command {
    /// Most rows that one command declares.
    int ROWS_MAX = 1_000;

    /// Longest name of what is set aside or proposed.
    int NAME_LENGTH_MAX = 100;

    /// Longest text that a person gives for what they do, in UTF-16 units.
    int TEXT_LENGTH_MAX = 2_000;

    /// Largest number that an entry can hold: what every reader of JSON keeps exact.
    long NUMBER_MAX = (1L << 53) - 1;

    /// Record these facts.
    record Declare(List<DeclaredRow> rows) implements Command {
        /// @throws IllegalArgumentException unless there are 1 to [#ROWS_MAX] rows
        public Declare {
            if (rows.isEmpty() || rows.size() > ROWS_MAX) {
                throw new IllegalArgumentException(
                        rows.size() + " rows in a command (1 to " + ROWS_MAX + ")");
            }
            rows = List.copyOf(rows);
        }
    }

    /// What one person proposes and another approves.
    sealed interface FourEyes extends Command {}

    /// What opens an account.
    sealed interface Entitling extends FourEyes {}

    /// Opens an account with an amount, together with the document that grants it.
    ///
    /// @param document the row of the plan or licence, or of what else grants
    /// @param amount in the account's unit, `> 0`
    record Grant(AccountId account, long amount, DeclaredRow document) implements Entitling {
        /// @throws IllegalArgumentException if an entry cannot hold the amount
        public Grant {
            Texts.requireExact(amount);
        }
    }

    /// Passes part of an account on to a new one.
    ///
    /// @param document the row that grants it to the receiver
    record Split(AccountId from, AccountId to, long amount, DeclaredRow document)
            implements Entitling {
        /// @throws IllegalArgumentException if an entry cannot hold the amount
        public Split {
            Texts.requireExact(amount);
        }
    }

    /// Imposes a penalty in a case.
    record Penalise(String name, CaseStep.Penalised step) implements FourEyes {}

    /// Puts a row of dated law into force.
    ///
    /// @param row of a [org.ytterby.core.ledger.LawTable], of good form
    record Enact(DeclaredRow row) implements FourEyes {}

    /// Rewards an enterprise.
    record Award(Reward reward) implements FourEyes {}

    /// Takes a reward back.
    record Revoke(Revocation revocation) implements FourEyes {}

    /// Alters a plan that was granted.
    record Alter(Change change) implements FourEyes {}

    /// Does something in a case.
    ///
    /// @param name of the case, unique for ever; 1 to [#NAME_LENGTH_MAX] visible ASCII characters
    record Act(String name, CaseStep.Alone step) implements Command {
        /// @throws IllegalArgumentException if the name has another form
        public Act {
            Texts.requireName(name);
        }
    }

    /// Proposes what takes two persons.
    ///
    /// @param proposal its name, unique for ever; 1 to [#NAME_LENGTH_MAX] visible ASCII characters
    /// @param untilMicros when it lapses unless approved, microseconds since 1970
    record Propose(String proposal, FourEyes command, long untilMicros) implements Command {
        /// Longest time that a proposal waits: 90 days.
        static final long WAIT_MAX_MICROS = 90L * 24 * 3_600 * 1_000_000;

        /// @throws IllegalArgumentException if the name has another form or an entry cannot hold
        ///   the time
        public Propose {
            Texts.requireName(proposal);
            Texts.requireExact(untilMicros);
        }
    }

    /// Has what another person proposed decided now.
    record Approve(String proposal) implements Command {}

    /// Ends what another person proposed.
    ///
    /// @param reason 1 to [#TEXT_LENGTH_MAX] printable characters
    record Reject(String proposal, String reason) implements Command {
        /// @throws IllegalArgumentException if the reason has another form
        public Reject {
            Texts.requireText(reason);
        }
    }

    /// Ends what oneself proposed.
    record Withdraw(String proposal) implements Command {}

    /// Ends what was not approved in time; asked for by the ledger itself.
    record Lapse(String proposal) implements Command {}

    /// Sets an amount aside.
    ///
    /// @param hold the name of what is set aside, unique for ever; 1 to [#NAME_LENGTH_MAX] visible
    ///   ASCII characters
    /// @param untilMicros when it expires unless confirmed, microseconds since 1970
    record Reserve(AccountId account, String hold, long amount, long untilMicros)
            implements Command {
        /// @throws IllegalArgumentException if the name has another form, or an entry cannot hold
        ///   the numbers
        public Reserve {
            Texts.requireName(hold);
            Texts.requireExact(amount);
            Texts.requireExact(untilMicros);
        }
    }

    /// Draws what was set aside, or less; the rest returns to the account.
    record Confirm(String hold, long amount) implements Command {
        /// @throws IllegalArgumentException if an entry cannot hold the amount
        public Confirm {
            Texts.requireExact(amount);
        }
    }

    /// Returns what was set aside.
    record Release(String hold) implements Command {}

    /// Returns what was set aside and not confirmed in time; asked for by the ledger itself.
    record Expire(String hold) implements Command {}
}
