package org.ytterby.server.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Statements over one connection, their values in order.
record Sql(Connection connection) {
    /// Hears of a row.
    @FunctionalInterface
    interface EachRow {
        void accept(ResultSet row) throws SQLException;
    }

    /// Reads every row of a query.
    void each(String query, EachRow reader, Object... values) throws SQLException {
        each(query, 0, reader, values);
    }

    /// Reads every row of a query, some at a time.
    ///
    /// @param fetch rows held in memory; works inside a transaction alone
    void each(String query, int fetch, EachRow reader, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values)) {
            statement.setFetchSize(fetch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(rows);
                }
            }
        }
    }

    /// @return how many rows changed
    int update(String change, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(change, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Array array) {
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    /// One value of each thing, as an array for `unnest`.
    <T> Array column(
            String type,
            Collection<T> things,
            Function<? super T, ? extends @Nullable Object> value)
            throws SQLException {
        Object[] values = new Object[things.size()];
        int at = 0;
        for (T thing : things) {
            values[at++] = value.apply(thing);
        }
        return connection.createArrayOf(type, values);
    }

    /// The same for bytes.
    <T> Array bytes(Collection<T> things, Function<? super T, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", things.stream().map(value).toArray(byte[][]::new));
    }

    Array texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
