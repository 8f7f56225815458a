package org.ytterby.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.ytterby.core.proof.Hash;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.ledger.EntryPartitions;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.postgres.Migrations;
import org.ytterby.server.proof.LogAudit;

/// Puts a backup into an empty database, brings it to the newest schema, and checks it.
public final class Restore {
    private final BackupFile file;
    private final Manifest manifest;
    private final DataSource database;

    private Restore(BackupFile file, DataSource database) {
        this.file = file;
        this.manifest = file.manifest();
        this.database = database;
    }

    /// What was restored.
    ///
    /// @param schema that it has now
    /// @param root of the tree over its entries; the manifest says what it should be
    public record Outcome(
            Manifest manifest, String schema, String root, DatabaseCheck.Outcome check) {
        /// Whether everything is as it was when the backup was made.
        public boolean holds() {
            return check.holds() && root.equals(manifest.root());
        }
    }

    /// Restores. O(size of the backup).
    ///
    /// @param policy whose word is taken for the log
    /// @throws BackupRefused if the database is not empty, or the backup is of a newer program
    /// @throws LedgerUnavailable if the database cannot be written
    public static Outcome run(BackupFile file, DataSource database, TrustPolicy policy) {
        Restore restore = new Restore(file, database);
        try {
            restore.asItWas();
            String schema = restore.migrate(MigrationVersion.LATEST);
            restore.analyse();
            return new Outcome(
                    file.manifest(),
                    schema,
                    restore.root().base64(),
                    DatabaseCheck.run(database, policy, List.of()));
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be written: " + e.getMessage(), e);
        } catch (FlywayException e) {
            throw new LedgerUnavailable("the schema cannot be made: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Restores without a step to newer schemas.
    static void asItWas(BackupFile file, DataSource database) throws SQLException, IOException {
        new Restore(file, database).asItWas();
    }

    private void asItWas() throws SQLException, IOException {
        requireEmpty();
        migrate(schema());
        load();
    }

    private void requireEmpty() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!new Catalog(connection).isEmpty()) {
                throw new BackupRefused(
                        "the database is not empty: a backup is put into an empty one only",
                        "数据库不是空的：只能恢复到空数据库");
            }
        }
    }

    /// The schema of the backup, if this program knows it.
    private MigrationVersion schema() throws SQLException {
        MigrationVersion asked = MigrationVersion.fromVersion(manifest.schema());
        MigrationInfo[] known = Migrations.of(database, MigrationVersion.LATEST).info().all();
        for (MigrationInfo migration : known) {
            if (asked.equals(migration.getVersion())) {
                return asked;
            }
        }
        throw new BackupRefused(
                "the backup has schema version %s, made by %s; this program does not know it"
                        .formatted(manifest.schema(), manifest.program()),
                "备份的数据库结构版本为 %s（由 %s 制作），本程序不认识".formatted(manifest.schema(), manifest.program()));
    }

    private String migrate(MigrationVersion target) throws SQLException {
        Flyway flyway = Migrations.of(database, target);
        flyway.migrate();
        return flyway.info().current().getVersion().getVersion();
    }

    private void load() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Map<String, List<String>> made = new Catalog(connection).tables();
            requireSame(made);
            List<String> backwards = new ArrayList<>(made.keySet());
            for (String table : backwards.reversed()) {
                execute(connection, "DELETE FROM " + table); // what the migrations put in
            }
            EntryPartitions.make(connection, 0, manifest.position());
            for (Manifest.TableFile table : manifest.tables()) {
                load(connection, table);
            }
            for (String advance : new Catalog(connection).sequences()) {
                execute(connection, advance);
            }
            connection.commit();
        }
    }

    /// Names of a backup become part of statements only if the database knows them as its own.
    private void requireSame(Map<String, List<String>> made) {
        for (Manifest.TableFile table : manifest.tables()) {
            if (!table.columns().equals(made.get(table.name()))) {
                throw new BackupRefused(
                        "the backup's table %s does not fit schema version %s"
                                .formatted(table.name(), manifest.schema()),
                        "备份中的表 %s 与数据库结构版本 %s 不符".formatted(table.name(), manifest.schema()));
            }
        }
    }

    private void load(Connection connection, Manifest.TableFile table)
            throws SQLException, IOException {
        String command =
                "COPY %s (%s) FROM STDIN"
                        .formatted(table.name(), String.join(", ", table.columns()));
        try (InputStream in = file.read(table)) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, in);
            if (rows != table.rows()) {
                throw new BackupRefused(
                        "%s has %d rows, the manifest says %d"
                                .formatted(table.path(), rows, table.rows()),
                        "%s 有 %d 行，清单写明 %d 行".formatted(table.path(), rows, table.rows()));
            }
        }
    }

    /// The planner knows nothing of tables that were filled at once.
    private void analyse() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String table : new Catalog(connection).tables().keySet()) {
                execute(connection, "ANALYZE " + table);
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Hash root() {
        try (Snapshot snapshot = Snapshot.of(database)) {
            return new LogAudit(snapshot.source()).root(manifest.position());
        }
    }
}
