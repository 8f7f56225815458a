package org.ytterby.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Issuer;
import org.ytterby.server.identity.People;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.LedgerWriter;
import org.ytterby.server.postgres.Durability;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.ReaderRole;
import org.ytterby.server.postgres.Settings;
import org.ytterby.server.proof.TransparencyLog;

/// The running service: its database, unless that is somebody else's, and the application.
public final class LedgerService implements AutoCloseable {
    private static final int SEED_BYTES = 32;
    private static final String LOG_NAME = "ytterby.example/log";

    private final @Nullable EmbeddedPostgres embedded;
    private final ConfigurableApplicationContext application;

    private LedgerService(
            @Nullable EmbeddedPostgres embedded, ConfigurableApplicationContext application) {
        this.embedded = embedded;
        this.application = application;
    }

    /// A database that is not ours to start.
    public record Database(String url, String user, String password) {}

    /// How to run.
    ///
    /// @param data folder for all that stays: the log's key, and the embedded database if there is
    ///   no other
    /// @param external absent for the embedded one
    /// @param host address to listen on
    /// @param port 0 for any free one
    /// @param issuer whose tokens count beside those given out here; absent for none
    /// @param witnesses policy file that names those who cosign the log; absent if nobody does
    public record Options(
            Path data,
            @Nullable Database external,
            String host,
            int port,
            @Nullable Issuer issuer,
            @Nullable Path witnesses) {
        /// With built-in accounts alone, and without witnesses.
        public Options(Path data, @Nullable Database external, String host, int port) {
            this(data, external, host, port, null, null);
        }
    }

    /// Starts everything; on return it serves.
    ///
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if the embedded database cannot run
    /// @throws PortTaken if it cannot listen where it was told to
    public static LedgerService start(Options options) {
        Path key = logKey(options.data());
        Database external = options.external();
        EmbeddedPostgres embedded =
                external == null
                        ? EmbeddedPostgres.start(Settings.in(options.data().resolve("postgres")))
                        : null;
        try {
            Database database = external == null ? of(embedded) : external;
            requireFit(database);
            return new LedgerService(embedded, application(options, database, key));
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw isTaken(e) ? new PortTaken(options.host(), options.port(), e) : e;
        }
    }

    private static void requireFit(Database database) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            Durability.check(connection);
            ReaderRole.ensure(connection, database.user());
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be reached: " + database.url(), e);
        }
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof BindException || (e.getCause() != null && isTaken(e.getCause()));
    }

    private static Database of(@Nullable EmbeddedPostgres embedded) {
        if (embedded == null) {
            throw new IllegalArgumentException("neither an embedded nor an external database");
        }
        return new Database(embedded.jdbcUrl(), embedded.user(), embedded.password());
    }

    private static ConfigurableApplicationContext application(
            Options options, Database database, Path key) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        String reader = ReaderRole.of(database.user());
        settings.put("spring.flyway.placeholders.reader", reader);
        settings.put("ytterby.reader", reader);
        settings.put("logging.config", "classpath:logback-service.xml");
        settings.put("server.address", options.host());
        settings.put("server.port", options.port());
        settings.put("ytterby.log-key", key.toString());
        Issuer issuer = options.issuer();
        Path witnesses = options.witnesses();
        settings.put("ytterby.witnesses", witnesses == null ? "" : witnesses.toString());
        return new SpringApplicationBuilder(LedgerServer.class)
                .properties(settings)
                .initializers(context -> {
                    if (issuer != null) {
                        context.getBeanFactory().registerSingleton("issuer", issuer);
                    }
                })
                .registerShutdownHook(false)
                .run();
    }

    /// The log's signing key, made at the first start.
    private static Path logKey(Path data) {
        Path file = data.resolve("log.key");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                byte[] seed = new byte[SEED_BYTES];
                new SecureRandom().nextBytes(seed);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file, new SigningKey(LOG_NAME, KeyType.NOTE, seed).secretText() + "\n");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port that it listens on.
    public int port() {
        return Objects.requireNonNull(
                        ((ServletWebServerApplicationContext) application).getWebServer())
                .getPort();
    }

    public People people() {
        return application.getBean(People.class);
    }

    public LedgerReader ledger() {
        return application.getBean(LedgerReader.class);
    }

    public LedgerWriter writer() {
        return application.getBean(LedgerWriter.class);
    }

    public TransparencyLog log() {
        return application.getBean(TransparencyLog.class);
    }

    public AnalysisIndex analysis() {
        return application.getBean(AnalysisIndex.class);
    }

    /// The process that holds the embedded database; 0 for an external one.
    long databasePid() {
        return embedded == null ? 0 : embedded.pid();
    }

    /// Any part of the application.
    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /// The part that bears a name.
    <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /// Answers what was asked, records what waits, then stops.
    @Override
    public void close() {
        application.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
