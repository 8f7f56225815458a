package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.formats.intake.KeptRows;

/// The declared rows of one table, from the ledger.
final class DeclaredCursor implements KeptRows.Cursor {
    private static final int FETCH = 4_096;

    private final Connection connection;
    private final PreparedStatement query;
    private final ResultSet rows;
    private int place;

    private DeclaredCursor(Connection connection, PreparedStatement query, ResultSet rows) {
        this.connection = connection;
        this.query = query;
        this.rows = rows;
    }

    /// @throws LedgerUnavailable if the database cannot be read
    static DeclaredCursor open(DataSource source, String table, long from, long upTo) {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT position, content FROM ledger.entry"
                                        + " WHERE topic = ? AND position >= ? AND position < ?"
                                        + " ORDER BY position");
                query.setFetchSize(FETCH);
                query.setString(1, table);
                query.setLong(2, from);
                query.setLong(3, upTo);
                return new DeclaredCursor(connection, query, query.executeQuery());
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static LedgerUnavailable unreadable(SQLException e) {
        return new LedgerUnavailable("the ledger cannot be read", e);
    }

    @Override
    public @Nullable SortedMap<String, String> next() {
        try {
            if (!rows.next()) {
                return null;
            }
            place = (int) Math.min(rows.getLong(1), Integer.MAX_VALUE);
            return row(EntryJson.parse(rows.getBytes(2))).cells();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private DeclaredRow row(Entry entry) {
        if (entry instanceof Entry.Declared(DeclaredRow row)) {
            return row;
        }
        throw new LedgerUnavailable("entry " + place + " is filed under another topic");
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void close() {
        try (connection;
                query;
                rows) {
            connection.commit();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
