package org.ytterby.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.LedgerService.Database;
import org.ytterby.server.backup.BackupFile;
import org.ytterby.server.backup.Restore;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.postgres.Credentials;
import org.ytterby.server.postgres.Durability;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.ReaderRole;
import org.ytterby.server.postgres.Settings;

/// Where the service keeps what it holds: the embedded database of its data folder, or one that is
/// somebody else's.
public final class ServiceDatabase implements AutoCloseable {
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
        EmbeddedPostgres embedded = EmbeddedPostgres.start(settings(data));
        return new ServiceDatabase(embedded, database(embedded.jdbcUrl(), embedded.owner()));
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

    /// Makes sure that the service can be run on it.
    ///
    /// @return the key that signs its log
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if it may lose what it acknowledged
    /// @throws LedgerUnavailable if it cannot be reached, or its log was signed with another key
    Path fit(Path data) {
        try (Connection connection = source().getConnection()) {
            Durability.check(connection);
            ReaderRole.ensure(connection, database.user());
            return LogKeyFile.of(data, connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be reached: " + database.url(), e);
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
