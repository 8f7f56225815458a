package org.ytterby.server.postgres;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// PostgreSQL as a child of this process, on a data folder that stays, restarted when it dies.
///
/// It listens on 127.0.0.1 alone and asks every role for its password. A process that was killed
/// leaves its server running; the next start on the same folder takes that server over. Whoever
/// starts it closes it, after the last connection is given back. Safe for use by several threads.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int PORTS_TRIED_MAX = 5;

    private final FolderLock lock;
    private final Secrets secrets;
    private final Sessions sessions;
    private final String version;
    private final Supervision supervision;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private EmbeddedPostgres(
            FolderLock lock,
            Secrets secrets,
            Sessions sessions,
            String version,
            Supervision supervision) {
        this.lock = lock;
        this.secrets = secrets;
        this.sessions = sessions;
        this.version = version;
        this.supervision = supervision;
    }

    /// A server that nobody listens to.
    public static EmbeddedPostgres start(Settings settings) {
        return start(settings, event -> {});
    }

    /// Starts a server, or takes over the one that a killed process left behind. The first start on
    /// a folder unpacks the programs and creates the database.
    ///
    /// @param listener told of deaths and restarts, on the supervisor's thread; must return soon
    /// @throws PostgresUnavailable with the last lines of the server's log, if there are any
    public static EmbeddedPostgres start(Settings settings, Consumer<PostgresEvent> listener) {
        Folders folders = new Folders(settings.dataFolder());
        RunAs runAs = RunAs.choose(folders);
        Folders.create(settings.dataFolder(), runAs.passable());
        Folders.create(settings.binariesFolder(), runAs.passable());
        runAs.mustReach(settings.dataFolder());
        runAs.mustReach(settings.binariesFolder());
        FolderLock lock = FolderLock.take(folders.lock());
        boolean isServing = false;
        try {
            Installation installation =
                    new Installation(
                            settings,
                            folders,
                            runAs,
                            Programs.in(settings.binariesFolder()),
                            Secrets.of(folders, new SecureRandom()));
            installation.ensureCluster();
            new ServerLog(folders).prune();
            EmbeddedPostgres started = started(lock, installation, listener);
            isServing = true;
            return started;
        } catch (InterruptedException e) {
            throw PostgresUnavailable.interrupted(e);
        } finally {
            if (!isServing) {
                lock.close();
            }
        }
    }

    /// A server that another process runs.
    public record Served(String jdbcUrl, Credentials owner) {}

    /// The server that runs on a folder for somebody else; empty if none does.
    public static Optional<Served> servedBySomebody(Settings settings) {
        Folders folders = new Folders(settings.dataFolder());
        if (!Files.exists(folders.secrets()) || !FolderLock.isHeld(folders.lock())) {
            return Optional.empty();
        }
        Sessions sessions = new Sessions(Ports.chosen(settings, folders));
        Secrets secrets = Secrets.of(folders, new SecureRandom());
        return Optional.of(new Served(sessions.url(Sessions.DATABASE), secrets.owner()));
    }

    private static EmbeddedPostgres started(
            FolderLock lock, Installation installation, Consumer<PostgresEvent> listener)
            throws InterruptedException {
        Launcher launcher =
                new Launcher(
                        installation,
                        Ports.chosen(installation.settings(), installation.folders()));
        Optional<Postmaster> orphan = launcher.adopted();
        Launcher.Outcome outcome =
                orphan.isPresent() ? Launcher.Outcome.of(orphan.get()) : launcher.start();
        for (int tries = 1;
                tries < PORTS_TRIED_MAX && mayTakeAnotherPort(outcome, launcher);
                tries++) {
            launcher = new Launcher(installation, Ports.drawn(installation.folders()));
            outcome = launcher.start();
        }
        int port = launcher.port();
        Launcher.Outcome last = outcome;
        Postmaster postmaster = last.postmaster().orElseThrow(() -> unavailable(port, last));
        boolean isGood = false;
        try {
            Sessions sessions = new Sessions(port);
            String version = checkedVersion(sessions, installation.secrets());
            Supervision supervision = new Supervision(launcher, postmaster, listener);
            supervision.start();
            isGood = true;
            return new EmbeddedPostgres(
                    lock, installation.secrets(), sessions, version, supervision);
        } finally {
            if (!isGood) {
                launcher.stop(postmaster);
            }
        }
    }

    private static boolean mayTakeAnotherPort(Launcher.Outcome outcome, Launcher launcher) {
        return launcher.installation().settings().port() == 0
                && outcome.failure()
                        .filter(f -> f.obstacle() == Launcher.Obstacle.PORT_TAKEN)
                        .isPresent();
    }

    private static String checkedVersion(Sessions sessions, Secrets secrets) {
        try {
            Roles.ensure(sessions, secrets);
            try (Connection connection = sessions.open(Sessions.DATABASE, secrets.owner())) {
                Durability.check(connection);
                return connection.getMetaData().getDatabaseProductVersion();
            }
        } catch (SQLException e) {
            throw PostgresUnavailable.sql(e);
        }
    }

    static PostgresUnavailable unavailable(int port, Launcher.Outcome outcome) {
        Launcher.Failure failure = outcome.failure().orElseThrow();
        return switch (failure.obstacle()) {
            case PORT_TAKEN ->
                    PostgresUnavailable.because(
                            "Port %d of 127.0.0.1 is taken by another program.".formatted(port),
                            "127.0.0.1 的端口 %d 已被其他程序占用。".formatted(port));
            case LOCKED, OTHER ->
                    PostgresUnavailable.because(
                                    "The embedded database could not be started on 127.0.0.1:%d."
                                            .formatted(port),
                                    "内置数据库未能在 127.0.0.1:%d 上启动。".formatted(port))
                            .with(failure.log());
        };
    }

    /// Where the database of the ledger is, for any of its roles.
    public String jdbcUrl() {
        return sessions.url(Sessions.DATABASE);
    }

    /// The role that owns the database: it migrates and writes. No superuser.
    public Credentials owner() {
        return secrets.owner();
    }

    /// A role with no rights but those it is granted; row-level security binds it.
    public Credentials reader() {
        return secrets.reader();
    }

    /// As `owner().user()`.
    public String user() {
        return owner().user();
    }

    /// As `owner().password()`.
    public String password() {
        return owner().password();
    }

    /// Such as `18.6`.
    public String version() {
        return version;
    }

    /// Of the postmaster that serves now, or served last.
    public long pid() {
        return supervision.postmaster().pid();
    }

    /// Whether a postmaster runs at this moment.
    public boolean isAlive() {
        return supervision.postmaster().isAlive();
    }

    /// Completes when it serves no more: after `close()`.
    public CompletableFuture<Void> onExit() {
        return supervision.end().copy();
    }

    /// Ends open sessions, writes everything down and stops. The data stay.
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        // whoever is interrupted still wants it stopped
        boolean wasInterrupted = Thread.interrupted();
        try {
            supervision.close();
        } catch (InterruptedException e) {
            throw PostgresUnavailable.interrupted(e);
        } finally {
            lock.close();
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
