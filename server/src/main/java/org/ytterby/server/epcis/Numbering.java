package org.ytterby.server.epcis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The numbers of the events of a transaction, and when they were recorded.
///
/// @param first number; the others follow
record Numbering(long first, long recordMicros) {
    /// Waits for whoever records now, and keeps the others waiting until the commit.
    static Numbering claim(Connection connection, long nowMicros, int count) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE epcis.writer
                        SET next_event = next_event + ?, record_micros = greatest(record_micros, ?)
                        RETURNING next_event, record_micros\
                        """)) {
            update.setInt(1, count);
            update.setLong(2, nowMicros);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return new Numbering(row.getLong(1) - count, row.getLong(2));
            }
        }
    }
}
