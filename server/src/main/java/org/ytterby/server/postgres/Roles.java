package org.ytterby.server.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The two roles beside the superuser, and the database of the ledger. Everything is created only
/// where it is missing, so that an interrupted first start is completed by the next.
final class Roles {
    private static final String PLAIN =
            " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    private Roles() {}

    static void ensure(Sessions sessions, Secrets secrets) throws SQLException {
        try (Connection connection = sessions.open("postgres", secrets.supervisor())) {
            ensureRole(connection, secrets.owner());
            ensureRole(connection, secrets.reader());
            // so that the owner can take the reader on, who has none of the owner's rights
            execute(
                    connection,
                    "GRANT %s TO %s".formatted(secrets.reader().user(), secrets.owner().user()));
            ensureDatabase(connection, secrets);
        }
    }

    private static void ensureRole(Connection connection, Credentials role) throws SQLException {
        if (!isThere(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
            String verifier = ScramVerifier.of(role.password(), new SecureRandom());
            execute(
                    connection,
                    "CREATE ROLE %s LOGIN%s PASSWORD '%s'".formatted(role.user(), PLAIN, verifier));
        }
    }

    private static void ensureDatabase(Connection connection, Secrets secrets) throws SQLException {
        String database = Sessions.DATABASE;
        if (!isThere(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute(connection, "CREATE DATABASE " + database + " OWNER " + secrets.owner().user());
        }
        execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        execute(
                connection,
                "GRANT CONNECT ON DATABASE " + database + " TO " + secrets.reader().user());
    }

    private static boolean isThere(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
