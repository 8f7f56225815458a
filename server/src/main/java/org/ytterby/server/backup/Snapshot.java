package org.ytterby.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.ytterby.server.ledger.LedgerUnavailable;

/// One state of a database, whatever others do to it meanwhile.
final class Snapshot implements AutoCloseable {
    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /// @throws LedgerUnavailable if the database cannot be reached
    static Snapshot of(DataSource source) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return new Snapshot(connection);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static LedgerUnavailable unreadable(SQLException e) {
        return new LedgerUnavailable("the database cannot be read: " + e.getMessage(), e);
    }

    Connection connection() {
        return connection;
    }

    /// The same connection, for those who ask a source for one and close it.
    DataSource source() {
        return new SingleConnectionDataSource(connection, true);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
