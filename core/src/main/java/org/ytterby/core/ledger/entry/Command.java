package org.ytterby.core.ledger.entry;

import java.util.List;

/// What a sender asks the ledger to take.
public sealed interface Command {
    /// Most rows that one command declares.
    int ROWS_MAX = 1_000;

    /// Longest name of what is set aside.
    int HOLD_LENGTH_MAX = 100;

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

    /// Opens an account with an amount, together with the document that grants it.
    ///
    /// @param document the row of the plan or licence, or of what else grants
    /// @param amount in the account's unit, `> 0`
    record Grant(AccountId account, long amount, DeclaredRow document) implements Command {}

    /// Passes part of an account on to a new one.
    ///
    /// @param document the row that grants it to the receiver
    record Split(AccountId from, AccountId to, long amount, DeclaredRow document)
            implements Command {}

    /// Sets an amount aside.
    ///
    /// @param hold the name of what is set aside, unique for ever; 1 to [#HOLD_LENGTH_MAX] visible
    ///   ASCII characters
    /// @param untilMicros when it expires unless confirmed, microseconds since 1970
    record Reserve(AccountId account, String hold, long amount, long untilMicros)
            implements Command {
        /// @throws IllegalArgumentException if the name has another form
        public Reserve {
            if (!Submission.isKey(hold) || hold.length() > HOLD_LENGTH_MAX) {
                throw new IllegalArgumentException("no name of a reservation: " + hold);
            }
        }
    }

    /// Draws what was set aside, or less; the rest returns to the account.
    record Confirm(String hold, long amount) implements Command {}

    /// Returns what was set aside.
    record Release(String hold) implements Command {}

    /// Returns what was set aside and not confirmed in time; asked for by the ledger itself.
    record Expire(String hold) implements Command {}
}
