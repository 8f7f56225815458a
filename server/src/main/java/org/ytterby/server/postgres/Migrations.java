package org.ytterby.server.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/// The migrations of a database, applied before it is served.
public final class Migrations {
    /// The place in migrations for the role that reads on behalf of callers.
    private static final String READER = "reader";

    private Migrations() {}

    /// The migrations up to a version, once the role that they name is there.
    ///
    /// @param source connections as the owner
    /// @throws PostgresUnavailable if the owner cannot take on that role
    public static Flyway of(DataSource source, MigrationVersion target) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            String owner = row.getString(1);
            ReaderRole.ensure(connection, owner);
            return Flyway.configure()
                    .dataSource(source)
                    .target(target)
                    .validateMigrationNaming(true)
                    .placeholders(Map.of(READER, ReaderRole.of(owner)))
                    .load();
        }
    }
}
