package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.ytterby.core.proof.SaltedEntry;

/// Makes every table that was made of the ledger anew from its entries, and compares.
///
/// Reads one snapshot. Memory grows with submissions, accounts and what was ever set aside.
public final class LedgerAudit {
    private static final int FETCH = 4_096;

    private final LedgerReplay replay = new LedgerReplay();
    private Optional<String> broken = Optional.empty();

    private LedgerAudit() {}

    /// What an audit found.
    ///
    /// @param entries read
    /// @param difference the first difference, table and row; empty if there is none
    public record Outcome(long entries, Optional<String> difference) {}

    /// Audits the whole ledger. O(entries).
    ///
    /// @throws LedgerUnavailable if it cannot be read
    public static Outcome of(DataSource source) {
        return inSnapshot(source, LedgerAudit::of);
    }

    /// The tables as they are, at one position.
    ///
    /// @throws LedgerUnavailable if they cannot be read
    static LedgerTables tables(DataSource source) {
        return inSnapshot(source, connection -> LedgerTables.read(new Sql(connection)));
    }

    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    private static <T> T inSnapshot(DataSource source, Read<T> read) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            T answer = read.from(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// Audits what a transaction sees.
    public static Outcome of(Connection connection) throws SQLException {
        LedgerAudit audit = new LedgerAudit();
        Optional<String> difference = audit.difference(new Sql(connection));
        return new Outcome(audit.replay.entries(), difference);
    }

    private Optional<String> difference(Sql sql) throws SQLException {
        sql.each(
                "SELECT position, topic, salt, content FROM ledger.entry ORDER BY position",
                FETCH,
                row -> {
                    if (broken.isEmpty()) {
                        broken =
                                read(
                                        row.getLong(1),
                                        row.getString(2),
                                        SaltedEntry.of(row.getBytes(3), row.getBytes(4)));
                    }
                });
        return broken.isPresent() ? broken : replay.difference(LedgerTables.read(sql));
    }

    private Optional<String> read(long position, String topic, SaltedEntry stored) {
        long expected = replay.entries();
        if (position != expected) {
            return Optional.of("ledger.entry: position " + expected + " is missing");
        }
        Optional<String> wrong = replay.add(stored);
        if (wrong.isPresent() || topic.equals(replay.topic())) {
            return wrong;
        }
        return Optional.of("ledger.entry: position " + position + " is filed under " + topic);
    }
}
