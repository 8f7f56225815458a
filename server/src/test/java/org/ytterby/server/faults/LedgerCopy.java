package org.ytterby.server.faults;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a ledger holds, as it is stored, in one snapshot.
///
/// @param next the position that the next entry gets
/// @param submissions by organisation and key: digest, position, entries, code
/// @param accounts holder, granted, reserved, posted
/// @param holds account, organisation, amount, until, state, drawn
/// @param facilities party by facility
public record LedgerCopy(
        List<Stored> entries,
        long next,
        SortedMap<String, String> submissions,
        SortedMap<String, String> accounts,
        SortedMap<String, String> holds,
        SortedMap<String, String> facilities) {
    /// An entry as it is stored.
    public record Stored(long position, String topic, String salt, String content) {}

    /// Reads all of it, by SQL of its own.
    ///
    /// @throws SQLException if it cannot look
    public static LedgerCopy of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<Stored> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT position, topic, encode(salt, 'hex'), content FROM ledger.entry"
                                    + " ORDER BY position")) {
                while (rows.next()) {
                    entries.add(
                            new Stored(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    new String(rows.getBytes(4), StandardCharsets.UTF_8)));
                }
            }
        }
        LedgerCopy copy =
                new LedgerCopy(
                        entries,
                        Long.parseLong(
                                table(
                                                connection,
                                                "SELECT 'next', next_position::text FROM ledger.writer")
                                        .getOrDefault("next", "-1")),
                        table(
                                connection,
                                """
                                SELECT organisation || ' ' || key,
                                  concat_ws(' ', encode(digest, 'hex'), position, entries, code)
                                FROM ledger.submission\
                                """),
                        table(
                                connection,
                                "SELECT account, concat_ws(' ', holder, granted, reserved, posted)"
                                        + " FROM ledger.account"),
                        table(
                                connection,
                                """
                                SELECT hold,
                                  concat_ws(' ', account, organisation, amount, until_micros, state, drawn)
                                FROM ledger.hold\
                                """),
                        table(connection, "SELECT facility, party FROM ledger.facility"));
        connection.commit();
        return copy;
    }

    private static SortedMap<String, String> table(Connection connection, String query)
            throws SQLException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
