package org.ytterby.server.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The second lock: reads tables on behalf of somebody, in a transaction in which the database
/// itself shows their rows alone (ADR 31).
///
/// On whose behalf is taken from the token of the request, or from [#onBehalfOf], and never from
/// what the reading code thinks of its scope: so that a mistake there shows nothing. Safe for use
/// by several threads.
public final class ScopedReads {
    private static final ScopedValue<Reach> BEHALF = ScopedValue.newInstance();
    private static final String ENTER =
            """
            SELECT set_config('role', ?, true), set_config('ytterby.sees_all', ?, true),
              set_config('ytterby.organisation', ?, true), set_config('ytterby.jurisdiction', ?, true)\
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String role;

    /// @param transactions read-only ones
    /// @param role that row-level security binds
    ScopedReads(JdbcClient jdbc, TransactionOperations transactions, String role) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.role = role;
    }

    /// Works on behalf of somebody whose request this is not, such as a subscriber.
    public static void onBehalfOf(Reach reach, Runnable work) {
        ScopedValue.where(BEHALF, reach).run(work);
    }

    /// Reads; all statements of `query` see one caller's rows.
    ///
    /// @throws IllegalStateException if nobody asks, or inside another transaction
    public <T> T read(Supplier<T> query) {
        Reach reach = reach();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a read on behalf of somebody is part of no other transaction");
        }
        return transactions.execute(_ -> {
            jdbc.sql(ENTER)
                    .params(
                            role,
                            reach.seesAll() ? "on" : "off",
                            reach.organisation(),
                            reach.region())
                    .query((row, _) -> row.getString(1))
                    .single();
            return query.get();
        });
    }

    /// Binds a transaction that was begun elsewhere to the caller's rows, until it ends.
    ///
    /// @param connection in a transaction
    /// @throws IllegalStateException if nobody asks
    public void enter(Connection connection) throws SQLException {
        Reach reach = reach();
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, role);
            enter.setString(2, reach.seesAll() ? "on" : "off");
            enter.setString(3, reach.organisation());
            enter.setString(4, reach.region());
            enter.execute();
        }
    }

    private static Reach reach() {
        return BEHALF.isBound()
                ? BEHALF.get()
                : Caller.current()
                        .map(Reach::of)
                        .orElseThrow(() ->
                                new IllegalStateException("nobody asks for what is to be read"));
    }
}
