package org.ytterby.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Settings;

/// A PostgreSQL that is nobody's, with as many empty databases as are asked for.
public final class TestDatabases implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private int made;

    public TestDatabases() throws IOException {
        folder = folder("ytterby-databases");
        postgres = EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")));
    }

    /// A folder that the database may pass.
    public static Path folder(String name) throws IOException {
        return Files.createTempDirectory(
                name,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /// Another empty database.
    public LedgerService.Database make() throws IOException, SQLException {
        String name = "test" + made++;
        String password =
                Files.readString(folder.resolve("postgres").resolve("secret"))
                        .lines()
                        .filter(line -> line.startsWith("ytterby_supervisor="))
                        .map(line -> line.substring("ytterby_supervisor=".length()))
                        .findFirst()
                        .orElseThrow();
        try (Connection connection =
                        DriverManager.getConnection(
                                url("postgres"), "ytterby_supervisor", password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s OWNER ytterby".formatted(name));
        }
        return new LedgerService.Database(url(name), postgres.user(), postgres.password());
    }

    private String url(String name) {
        return postgres.jdbcUrl().replace("/ytterby?", "/" + name + "?");
    }

    /// Connections to a database.
    public static DataSource source(LedgerService.Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /// Deletes a folder with all that is in it.
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
        delete(folder);
    }
}
