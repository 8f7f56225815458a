package org.ytterby.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.LedgerService.Database;
import org.ytterby.server.backup.BackupFile;
import org.ytterby.server.backup.Restore;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.postgres.Credentials;
import org.ytterby.server.postgres.Durability;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Migrations;
import org.ytterby.server.postgres.PostgresEvent;
import org.ytterby.server.postgres.PostgresUnavailable;
import org.ytterby.server.postgres.Settings;

/// Where the service keeps what it holds: the embedded database of its data folder, or one that is
/// somebody else's.
public final class ServiceDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceDatabase.class);

    private final @Nullable EmbeddedPostgres embedded;
    private final Database database;

    private ServiceDatabase(@Nullable EmbeddedPostgres embedded, Database database) {
        this.embedded = embedded;
        this.database = database;
    }

    /// Starts the embedded database for the service alone, unless there is another.
    ///
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if it cannot run, or somebody else
    ///   runs it
    static ServiceDatabase start(Path data, @Nullable Database external) {
        if (external != null) {
            return new ServiceDatabase(null, external);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(settings(data), ServiceDatabase::log);
        return new ServiceDatabase(embedded, database(embedded.jdbcUrl(), embedded.owner()));
    }

    private static void log(PostgresEvent event) {
        switch (event) {
            case PostgresEvent.Died(long pid, List<String> last) ->
                    LOG.warn("the embedded database (process {}) has ended: {}", pid, last);
            case PostgresEvent.Restarted(long pid) ->
                    LOG.warn("the embedded database serves again (process {})", pid);
            case PostgresEvent.NotRestarted(PostgresUnavailable reason) ->
                    LOG.error("the embedded database cannot be started, trying again", reason);
        }
    }

    /// Reaches the database beside a service that may be running; starts the embedded one only
    /// where no service does.
    ///
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if it cannot run
    public static ServiceDatabase open(Path data, @Nullable Database external) {
        if (external == null) {
            EmbeddedPostgres.Served served =
                    EmbeddedPostgres.servedBySomebody(settings(data)).orElse(null);
            if (served != null) {
                return new ServiceDatabase(null, database(served.jdbcUrl(), served.owner()));
            }
        }
        return start(data, external);
    }

    private static Settings settings(Path data) {
        return Settings.in(folder(data));
    }

    /// Where a data folder has its embedded database.
    public static Path folder(Path data) {
        return data.resolve("postgres");
    }

    private static Database database(String url, Credentials owner) {
        return new Database(url, owner.user(), owner.password());
    }

    Database database() {
        return database;
    }

    /// Makes sure that the service can be run on it: it is durable, has the newest schema, and its
    /// log is ours.
    ///
    /// @return the key that signs its log
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if it may lose what it acknowledged
    /// @throws LedgerUnavailable if it cannot be reached or not be brought to the newest schema, or
    ///   its log was signed with another key
    Path fit(Path data) {
        try (Connection connection = source().getConnection()) {
            Durability.check(connection);
            Flyway schema = Migrations.of(source(), MigrationVersion.LATEST);
            Path key = LogKeyFile.of(data, connection);
            schema.migrate();
            return key;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be reached: " + database.url(), e);
        } catch (FlywayException e) {
            throw new LedgerUnavailable("the schema cannot be made: " + e.getMessage(), e);
        }
    }

    /// Puts a backup into it, which must be empty.
    ///
    /// @param policy whose word is taken for the log
    public Restore.Outcome restore(BackupFile backup, TrustPolicy policy) {
        return Restore.run(backup, source(), policy);
    }

    /// The process that holds the embedded database; 0 for one that is not ours.
    long pid() {
        return embedded == null ? 0 : embedded.pid();
    }

    /// A connection of its own for each that asks.
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /// Stops the embedded database, if it was started here.
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
