package org.ytterby.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The role as which a database is read on behalf of callers, so that row-level security binds what
/// they are shown. The owner of the database is a member of it and takes it on for a transaction.
public final class ReaderRole {
    private static final String SUFFIX = "_reader";

    private ReaderRole() {}

    /// The role that belongs to an owner.
    public static String of(String owner) {
        return owner + SUFFIX;
    }

    /// Makes the role where it is missing and the owner may make it.
    ///
    /// @param connection as the owner
    /// @throws PostgresUnavailable if the owner cannot take it on, or nothing binds it
    public static void ensure(Connection connection, String owner) throws SQLException {
        String role = of(owner);
        try (Statement statement = connection.createStatement()) {
            if (!isThere(connection, role)) {
                statement.execute("CREATE ROLE %s NOLOGIN".formatted(quoted(role)));
            }
            if (!isMember(connection, role)) {
                statement.execute("GRANT %s TO %s".formatted(quoted(role), quoted(owner)));
            }
        } catch (SQLException e) {
            throw missing(role, owner);
        }
        if (!isBound(connection, role)) {
            throw PostgresUnavailable.because(
                    "Role %s bypasses row-level security: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS."
                            .formatted(role, role),
                    "角色 %s 会绕过行级安全：请执行 ALTER ROLE %s NOSUPERUSER NOBYPASSRLS。"
                            .formatted(role, role));
        }
    }

    private static PostgresUnavailable missing(String role, String owner) {
        String commands = "CREATE ROLE %s NOLOGIN; GRANT %s TO %s;".formatted(role, role, owner);
        return PostgresUnavailable.because(
                "The database lacks the role %s, and %s may not make it. Let its administrator run: %s"
                        .formatted(role, owner, commands),
                "数据库缺少角色 %s，且 %s 无权创建。请由数据库管理员执行：%s".formatted(role, owner, commands));
    }

    private static boolean isThere(Connection connection, String role) throws SQLException {
        return asked(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
    }

    private static boolean isMember(Connection connection, String role) throws SQLException {
        return asked(connection, "SELECT pg_has_role(current_user, ?, 'MEMBER')", role);
    }

    private static boolean isBound(Connection connection, String role) throws SQLException {
        return asked(
                connection,
                "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = ?",
                role);
    }

    private static boolean asked(Connection connection, String query, String role)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
