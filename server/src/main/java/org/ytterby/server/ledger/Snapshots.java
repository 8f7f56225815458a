package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.ScopedReads;

/// Reads several things of one moment. Safe for use by several threads.
///
/// @param scope in which whoever asks sees their own rows alone; null for the service itself, which
///   sees all
record Snapshots(DataSource source, @Nullable ScopedReads scope) {
    /// What is read.
    @FunctionalInterface
    interface Reading<T> {
        T read(Sql sql) throws SQLException;
    }

    /// @throws LedgerUnavailable if the database cannot be read
    <T> T read(Reading<T> reading) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            if (scope != null) {
                scope.enter(connection);
            }
            T answer = reading.read(new Sql(connection));
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// The position that the moment's next entry gets.
    static long position(Sql sql) throws SQLException {
        long[] position = new long[1];
        sql.each("SELECT next_position FROM ledger.writer", row -> position[0] = row.getLong(1));
        return position[0];
    }
}
