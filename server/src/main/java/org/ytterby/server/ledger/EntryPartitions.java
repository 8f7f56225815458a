package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The parts that the table of entries is divided into, by position.
public final class EntryPartitions {
    /// Positions of one part.
    static final long SIZE = 1L << 22;

    private EntryPartitions() {}

    /// Makes the parts that are missing.
    ///
    /// @param from positions below are known to have theirs; a multiple of a part's size
    /// @param next positions below shall have theirs
    /// @return positions below have theirs
    public static long make(Connection connection, long from, long next) throws SQLException {
        long made = from;
        while (made < next) {
            long to = made + SIZE;
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS ledger.entry_%d PARTITION OF ledger.entry FOR VALUES FROM (%d) TO (%d)"
                                .formatted(made / SIZE, made, to));
            }
            made = to;
        }
        return made;
    }
}
