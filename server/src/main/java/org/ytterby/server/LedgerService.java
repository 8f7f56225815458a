package org.ytterby.server;

import java.net.BindException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Issuer;
import org.ytterby.server.identity.People;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerWriter;
import org.ytterby.server.proof.TransparencyLog;

/// The running service: its database, unless that is somebody else's, and the application.
public final class LedgerService implements AutoCloseable {
    private final ServiceDatabase database;
    private final ConfigurableApplicationContext application;

    private LedgerService(ServiceDatabase database, ConfigurableApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    /// A database that is not ours to start.
    public record Database(String url, String user, String password) {
        /// Without the password.
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /// How to run.
    ///
    /// @param data folder for all that stays: the log's key, and the embedded database if there is
    ///   no other
    /// @param external absent for the embedded one
    /// @param host address to listen on
    /// @param port 0 for any free one
    /// @param operation how it is watched
    /// @param issuer whose tokens count beside those given out here; absent for none
    /// @param witnesses policy file that names those who cosign the log; absent if nobody does
    public record Options(
            Path data,
            @Nullable Database external,
            String host,
            int port,
            Operation operation,
            @Nullable Issuer issuer,
            @Nullable Path witnesses) {
        /// With built-in accounts alone, without witnesses, and watched by its health alone.
        public Options(Path data, @Nullable Database external, String host, int port) {
            this(data, external, host, port, Operation.PLAIN, null, null);
        }
    }

    /// Starts everything; on return it serves.
    ///
    /// @throws org.ytterby.server.postgres.PostgresUnavailable if the embedded database cannot run
    /// @throws PortTaken if it cannot listen where it was told to
    public static LedgerService start(Options options) {
        PortTaken.demandFree(options.host(), options.port());
        OpeningDatabase opening = OpeningDatabase.begin(options.data(), options.external());
        try {
            ConfigurableApplicationContext application = application(options, opening);
            return new LedgerService(opening.database(), application);
        } catch (SpringApplication.AbandonedRunException e) {
            Objects.requireNonNull(e.getApplicationContext()).close();
            throw refusal(opening, e);
        } catch (RuntimeException e) {
            opening.abandon();
            throw isTaken(e) ? new PortTaken(options.host(), options.port(), e) : e;
        }
    }

    private static RuntimeException refusal(OpeningDatabase opening, RuntimeException abandoned) {
        try {
            opening.database();
            return abandoned;
        } catch (RuntimeException reason) {
            return reason;
        }
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof BindException || (e.getCause() != null && isTaken(e.getCause()));
    }

    private static ConfigurableApplicationContext application(
            Options options, OpeningDatabase opening) {
        Map<String, Object> settings = new LinkedHashMap<>(options.operation().settings());
        settings.put("server.address", options.host());
        settings.put("server.port", options.port());
        Issuer issuer = options.issuer();
        Path witnesses = options.witnesses();
        settings.put("ytterby.witnesses", witnesses == null ? "" : witnesses.toString());
        return new SpringApplicationBuilder(LedgerServer.class)
                .properties(settings)
                .initializers(context -> {
                    if (issuer != null) {
                        context.getBeanFactory().registerSingleton("issuer", issuer);
                        Issuer.Client client = issuer.client();
                        if (client != null) {
                            context.getBeanFactory().registerSingleton("issuerClient", client);
                        }
                    }
                    context.addBeanFactoryPostProcessor(_ -> settle(context, opening));
                })
                .registerShutdownHook(false)
                .run();
    }

    /// Tells the application, once it knows what it is made of and before it makes any of it, where
    /// its database is. Without one there is nothing to make, and nothing else to say.
    private static void settle(ConfigurableApplicationContext context, OpeningDatabase opening) {
        try {
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("database", opening.settings()));
        } catch (RuntimeException e) {
            SpringApplication.AbandonedRunException abandoned =
                    new SpringApplication.AbandonedRunException(context);
            abandoned.addSuppressed(e);
            throw abandoned;
        }
    }

    /// Where a data folder has the key that signs the log.
    public static Path keyFile(Path data) {
        return LogKeyFile.in(data);
    }

    /// Puts the key of a log into a data folder, unless one is there.
    public static void keep(SigningKey logKey, Path data) {
        LogKeyFile.write(logKey, data);
    }

    /// The port that it listens on.
    public int port() {
        return Objects.requireNonNull(
                        ((ServletWebServerApplicationContext) application).getWebServer())
                .getPort();
    }

    /// The port that gives metrics out; 0 if none was asked for.
    public int metricsPort() {
        return application
                .getEnvironment()
                .getProperty(ManagementConfiguration.PORT, Integer.class, 0);
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
        return database.pid();
    }

    /// Connections to its database.
    public DataSource source() {
        return database.source();
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
        database.close();
    }
}
