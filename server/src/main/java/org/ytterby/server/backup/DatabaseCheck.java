package org.ytterby.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.ledger.LedgerAudit;
import org.ytterby.server.proof.LogAudit;

/// Checks a whole database: the log against its signatures, and every table that acceptance reads
/// against the entries.
public final class DatabaseCheck {
    private DatabaseCheck() {}

    /// What a check found; both parts are always looked at.
    public record Outcome(LogAudit.Outcome log, LedgerAudit.Outcome ledger) {
        /// Whether nothing differs.
        public boolean holds() {
            boolean isLogWhole =
                    switch (log) {
                        case LogAudit.Outcome.Unsigned _, LogAudit.Outcome.Whole _ -> true;
                        case LogAudit.Outcome.Different _,
                                LogAudit.Outcome.Refused _,
                                LogAudit.Outcome.Misfiled _,
                                LogAudit.Outcome.CutBack _ ->
                                false;
                    };
            return isLogWhole && ledger.difference().isEmpty();
        }
    }

    /// Checks one state of the database; the service may run meanwhile. O(entries).
    ///
    /// @param policy whose word is taken for the newest checkpoint
    /// @param elsewhere checkpoints that somebody kept apart
    /// @throws org.ytterby.server.ledger.LedgerUnavailable if it cannot be read
    public static Outcome run(DataSource database, TrustPolicy policy, List<Checkpoint> elsewhere) {
        try (Snapshot snapshot = Snapshot.of(database)) {
            return of(snapshot.connection(), policy, elsewhere);
        } catch (SQLException e) {
            throw Snapshot.unreadable(e);
        }
    }

    /// Checks what a transaction sees.
    static Outcome of(Connection transaction, TrustPolicy policy, List<Checkpoint> elsewhere)
            throws SQLException {
        DataSource source = new SingleConnectionDataSource(transaction, true);
        return new Outcome(
                new LogAudit(source).run(policy, elsewhere), LedgerAudit.of(transaction));
    }
}
