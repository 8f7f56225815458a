package org.ytterby.server.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
    private static final ScopedValue<Behalf> BEHALF = ScopedValue.newInstance();
    private static final String ENTER =
            """
            SELECT set_config('role', ?, true), set_config('ytterby.sees_all', ?, true),
              set_config('ytterby.organisation', ?, true), set_config('ytterby.jurisdiction', ?, true),
              set_config('ytterby.person', ?, true)\
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String role;

    /// On whose behalf.
    ///
    /// @param person empty where it is an organisation's
    private record Behalf(Reach reach, String person) {
        static Behalf of(Caller caller) {
            return new Behalf(Reach.of(caller), caller.name());
        }

        /// What [#ENTER] is told, behind the role.
        List<String> settings() {
            return List.of(
                    reach.seesAll() ? "on" : "off", reach.organisation(), reach.region(), person);
        }
    }

    /// @param transactions read-only ones
    /// @param role that row-level security binds
    ScopedReads(JdbcClient jdbc, TransactionOperations transactions, String role) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.role = role;
    }

    /// Works on behalf of an organisation whose request this is not, such as a subscriber.
    public static void onBehalfOf(Reach reach, Runnable work) {
        ScopedValue.where(BEHALF, new Behalf(reach, "")).run(work);
    }

    /// Works on behalf of a person whose request this is not, such as one who is told by mail.
    public static <T> T onBehalfOf(Caller person, Supplier<T> work) {
        return ScopedValue.where(BEHALF, Behalf.of(person)).call(work::get);
    }

    /// Reads; all statements of `query` see one caller's rows.
    ///
    /// @throws IllegalStateException if nobody asks, or inside another transaction
    public <T> T read(Supplier<T> query) {
        Behalf behalf = behalf();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a read on behalf of somebody is part of no other transaction");
        }
        return transactions.execute(_ -> {
            jdbc.sql(ENTER)
                    .param(role)
                    .params(behalf.settings())
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
        Behalf behalf = behalf();
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            int parameter = 1;
            enter.setString(parameter++, role);
            for (String setting : behalf.settings()) {
                enter.setString(parameter++, setting);
            }
            enter.execute();
        }
    }

    private static Behalf behalf() {
        return BEHALF.isBound()
                ? BEHALF.get()
                : Caller.current()
                        .map(Behalf::of)
                        .orElseThrow(() ->
                                new IllegalStateException("nobody asks for what is to be read"));
    }
}
