package org.ytterby.core.ledger.entry;

/// What the ledger records, for ever. An entry is never changed; a correction is a new one.
///
/// A submission that was decided begins with its [Verdict]; what it brought about follows.
public sealed interface Entry {
    /// That a submission was decided, and how.
    ///
    /// @param entries how many follow it; 0 if refused
    record Verdict(
            Sender sender, String key, String digest, long atMicros, int entries, Outcome outcome)
            implements Entry {}

    /// A fact, as declared.
    record Declared(DeclaredRow row) implements Entry {}

    /// An account was opened with an amount.
    record Granted(AccountId account, String holder, long amount) implements Entry {}

    /// An amount went from one account to a new one.
    record Passed(AccountId from, AccountId to, String holder, long amount) implements Entry {}

    /// A plan was altered.
    ///
    /// @param amount by which its account is more, kg; below 0 for less
    /// @param person who approved it
    record Changed(Change change, long amount, String organisation, String person, long atMicros)
            implements Entry {}

    /// Something that takes two persons was proposed by the first.
    record Proposed(
            String proposal,
            String organisation,
            String person,
            Command.FourEyes command,
            long untilMicros)
            implements Entry {}

    /// The second person approved it; what it brought about follows.
    record Approved(String proposal, String organisation, String person) implements Entry {}

    /// Another person ended it.
    record Rejected(String proposal, String organisation, String person, String reason)
            implements Entry {}

    /// Who proposed it ended it.
    record Withdrawn(String proposal, String person) implements Entry {}

    /// It ended, because nobody approved it in time.
    record Lapsed(String proposal) implements Entry {}

    /// Something happened in a case.
    record Stepped(String name, CaseStep step, String organisation, String person, long atMicros)
            implements Entry {}

    /// A row of dated law was put into force.
    record Enacted(DeclaredRow row, String organisation, String person, long atMicros)
            implements Entry {}

    /// An enterprise was rewarded.
    record Awarded(Reward reward, String organisation, String person, long atMicros)
            implements Entry {}

    /// A reward was taken back.
    record Revoked(Revocation revocation, String organisation, String person, long atMicros)
            implements Entry {}

    /// An amount was set aside.
    record Reserved(
            AccountId account, String hold, String organisation, long amount, long untilMicros)
            implements Entry {}

    /// What was set aside was drawn, all or in part.
    record Confirmed(String hold, long amount) implements Entry {}

    /// What was set aside returned.
    record Released(String hold) implements Entry {}

    /// What was set aside returned, because it was not confirmed in time.
    record Expired(String hold) implements Entry {}

    /// How a submission was decided.
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }
}
