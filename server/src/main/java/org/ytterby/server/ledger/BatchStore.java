package org.ytterby.server.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;

/// What a writer reads before it decides, and where it records what it decided.
///
/// After a failure of [#record] it is not known whether the batch was recorded: only another store
/// tells. Not safe for use by several threads at once.
interface BatchStore {
    /// A sender's id for a request.
    record Request(String organisation, String key) {}

    /// What was answered, and to which request.
    record Answered(String digest, Answer answer) {}

    /// The position that the next entry gets.
    ///
    /// @throws LedgerTakenOver if another writer has taken over
    long nextPosition() throws SQLException;

    /// Accounts, facilities and enacted law; what is set aside or proposed, and cases, are asked
    /// for by name.
    LedgerState state() throws SQLException;

    /// Those of some names that were ever used.
    List<Hold> holds(List<String> names) throws SQLException;

    /// Those of some names that were ever proposed.
    List<Proposal> proposals(List<String> names) throws SQLException;

    /// Those of some names that were ever opened.
    List<CaseFile> cases(List<String> names) throws SQLException;

    /// The names of what was proposed and has run out of time, longest ago first.
    List<String> lapsed(long nowMicros, int most) throws SQLException;

    /// The names of what is set aside and has run out of time, longest ago first.
    List<String> expired(long nowMicros, int most) throws SQLException;

    /// What was answered before.
    Map<Request, Answered> answers(Collection<Request> requests) throws SQLException;

    /// Records a batch, all of it or nothing.
    ///
    /// @throws LedgerTakenOver if another writer has taken over
    void record(Batch batch) throws SQLException;

    /// Ends what was read for a batch that records nothing.
    void rollback() throws SQLException;
}
