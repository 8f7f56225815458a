package org.ytterby.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real servers on folders of their own; the programs are unpacked once for all of them.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedPostgresIT {
    private static Path shared = Path.of(".");
    private Path folder = Path.of(".");
    private Settings settings = Settings.in(folder);

    @BeforeAll
    static void createShared() throws IOException {
        shared = reachable("ytterby-postgres-programs");
    }

    @AfterAll
    static void deleteShared() {
        Folders.delete(shared);
    }

    @BeforeEach
    void createFolder() throws IOException {
        folder = reachable("ytterby-postgres");
        settings = new Settings(folder.resolve("data"), shared, 0, 16);
    }

    @AfterEach
    void deleteFolder() {
        Folders.delete(folder);
    }

    private static Path reachable(String name) throws IOException {
        Path folder = Files.createTempDirectory(name);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void rowsOutliveARestart() throws SQLException {
        String url;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(postgres.version()).startsWith("18.");
            assertThat(postgres.isAlive()).isTrue();
            assertThat(ProcessTable.program(postgres.pid())).isEqualTo("postgres");
            url = postgres.jdbcUrl();
            execute(postgres, "CREATE TABLE lot (id text)", "INSERT INTO lot VALUES ('a')");
        }
        EmbeddedPostgres again = EmbeddedPostgres.start(settings);
        try (again) {
            assertThat(again.jdbcUrl()).isEqualTo(url);
            assertThat(one(again, "SELECT id FROM lot")).isEqualTo("a");
        }
        assertThat(again.isAlive()).isFalse();
        assertThat(again.onExit()).isCompleted();
        assertThatThrownBy(() -> one(again, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void aKilledPostmasterIsStartedAgainOnItsPort() throws Exception {
        BlockingQueue<PostgresEvent> events = new LinkedBlockingQueue<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings, events::add)) {
            execute(postgres, "CREATE TABLE lot (id text)", "INSERT INTO lot VALUES ('a')");
            String url = postgres.jdbcUrl();
            long killed = postgres.pid();
            kill(killed);
            assertThat(next(events))
                    .isInstanceOfSatisfying(
                            PostgresEvent.Died.class,
                            died -> assertThat(died.pid()).isEqualTo(killed));
            assertThat(next(events)).isEqualTo(new PostgresEvent.Restarted(postgres.pid()));
            assertThat(postgres.pid()).isNotEqualTo(killed);
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("a");
        }
        assertThat(events).isEmpty();
    }

    @Test
    void aServerThatCannotBeStartedIsStartedWhenItCan() throws Exception {
        BlockingQueue<PostgresEvent> events = new LinkedBlockingQueue<>();
        Path control = settings.dataFolder().resolve("pgdata").resolve("global/pg_control");
        Path away = control.resolveSibling("pg_control.away");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings, events::add)) {
            execute(postgres, "CREATE TABLE lot (id text)", "INSERT INTO lot VALUES ('a')");
            Files.move(control, away);
            kill(postgres.pid());
            assertThat(next(events)).isInstanceOf(PostgresEvent.Died.class);
            for (int tries = 0; tries < 2; tries++) {
                assertThat(next(events))
                        .isInstanceOfSatisfying(
                                PostgresEvent.NotRestarted.class,
                                not -> assertThat(not.reason()).hasMessageContaining("pg_control"));
            }
            Files.move(away, control);
            PostgresEvent last = next(events);
            while (last instanceof PostgresEvent.NotRestarted) { // had begun before
                last = next(events);
            }
            assertThat(last).isInstanceOf(PostgresEvent.Restarted.class);
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("a");
        }
    }

    @Test
    void theServerOfAKilledProcessIsTakenOverAndWatched() throws Exception {
        ChildProcess child = child(List.of(), System.getProperty("java.class.path"));
        long postmaster = child.postmaster();
        child.kill();
        BlockingQueue<PostgresEvent> events = new LinkedBlockingQueue<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings, events::add)) {
            assertThat(postgres.pid()).isEqualTo(postmaster);
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("child");
            kill(postmaster);
            assertThat(next(events)).isInstanceOf(PostgresEvent.Died.class);
            assertThat(next(events)).isInstanceOf(PostgresEvent.Restarted.class);
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("child");
        }
        assertThat(ProcessTable.isRunning(postmaster)).isFalse();
    }

    @Test
    void theServerOfAKilledProcessIsReplacedWhereSettingsDiffer() throws Exception {
        ChildProcess child = child(List.of(), System.getProperty("java.class.path"));
        long postmaster = child.postmaster();
        child.kill();
        Settings other = new Settings(settings.dataFolder(), shared, 0, 17);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(other)) {
            assertThat(postgres.pid()).isNotEqualTo(postmaster);
            assertThat(one(postgres, "SHOW shared_buffers")).isEqualTo("17MB");
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("child");
        }
    }

    @Test
    void processAndServerKilledTogetherServeAgain() throws Exception {
        ChildProcess child = child(List.of(), System.getProperty("java.class.path"));
        long postmaster = child.postmaster();
        child.kill();
        kill(postmaster);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("child");
        }
    }

    @Test
    void aSecondStartOnTheFolderIsRefused() throws Exception {
        ChildProcess child = child(List.of(), System.getProperty("java.class.path"));
        child.postmaster();
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOfSatisfying(
                        PostgresUnavailable.class,
                        e -> {
                            assertThat(e.wording().en()).contains("Another process");
                            assertThat(e.wording().zh()).contains("另一进程");
                        });
        assertThat(child.end()).isZero();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOf(PostgresUnavailable.class);
            assertThat(one(postgres, "SELECT id FROM lot")).isEqualTo("child");
        }
    }

    @Test
    void settingsAreThoseOfALedger() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            for (String setting :
                    List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                assertThat(one(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(one(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            try (Connection connection = open(postgres, supervisor())) {
                assertThat(one(connection, "SHOW unix_socket_directories")).isEmpty();
            }
            assertThat(one(postgres, "SHOW wal_level")).isEqualTo("replica");
            assertThat(one(postgres, "SHOW max_connections")).isEqualTo("60");
            assertThat(
                            one(
                                    postgres,
                                    "SELECT datlocprovider::text || datlocale FROM pg_database"
                                            + " WHERE datname = 'ytterby'"))
                    .isEqualTo("bC.UTF-8");
            for (String role : List.of(postgres.owner().user(), postgres.reader().user())) {
                String query =
                        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb"
                                + " FROM pg_roles WHERE rolname = '"
                                + role
                                + "'";
                assertThat(one(postgres, query)).as(role).isEqualTo("f");
            }
            try (Connection connection = open(postgres, postgres.owner());
                    Statement statement = connection.createStatement()) {
                assertThatCode(() -> Durability.check(connection)).doesNotThrowAnyException();
                statement.execute("SET synchronous_commit TO off");
                assertThatThrownBy(() -> Durability.check(connection))
                        .isInstanceOf(PostgresUnavailable.class)
                        .hasMessageContaining("synchronous_commit");
            }
        }
    }

    @Test
    void everyRoleIsAskedForItsPassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThatCode(() -> open(postgres, postgres.reader()).close())
                    .doesNotThrowAnyException();
            for (String user : List.of("ytterby", "ytterby_reader", "ytterby_supervisor")) {
                assertThatThrownBy(() -> open(postgres, new Credentials(user, "guess")))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
            assertThat(postgres.owner().toString()).doesNotContain(postgres.password());
            Path secret = settings.dataFolder().resolve("secret");
            assertThat(Files.getPosixFilePermissions(secret))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(settings.dataFolder().resolve("initdb-password")).doesNotExist();
    }

    @Test
    void aStrangerOnTheRememberedPortIsAvoided() throws Exception {
        EmbeddedPostgres.start(settings).close();
        int port =
                Integer.parseInt(Files.readString(settings.dataFolder().resolve("port")).strip());
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(postgres.jdbcUrl()).doesNotContain(":" + port + "/");
        }
        Settings fixed = new Settings(settings.dataFolder(), shared, port, 16);
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(stranger.isBound()).isTrue();
            assertThatThrownBy(() -> EmbeddedPostgres.start(fixed))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("taken by another program");
        }
    }

    @Test
    void aLockFileThatNamesAStrangersProcessIsNoObstacle() throws Exception {
        EmbeddedPostgres.start(settings).close();
        Path lockFile = settings.dataFolder().resolve("pgdata").resolve("postmaster.pid");
        Files.writeString(lockFile, ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(one(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void whatTheServerSaidIsPartOfTheRefusal() throws Exception {
        EmbeddedPostgres.start(settings).close();
        Path control = settings.dataFolder().resolve("pgdata").resolve("global/pg_control");
        Files.move(control, control.resolveSibling("pg_control.away"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOfSatisfying(
                        PostgresUnavailable.class,
                        e -> {
                            assertThat(e.wording().en()).contains("pg_control");
                            assertThat(e.wording().zh()).contains("日志", "pg_control");
                        });
    }

    @Test
    void aFolderThatTheServersUserCannotReachIsNamed() throws IOException {
        assumeTrue(isRoot(), "needs root");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Settings unreachable = new Settings(closed.resolve("data"), shared, 0, 16);
        assertThatThrownBy(() -> EmbeddedPostgres.start(unreachable))
                .isInstanceOfSatisfying(
                        PostgresUnavailable.class,
                        e ->
                                assertThat(e.wording().en())
                                        .contains("nobody", closed + " on the way"));
    }

    @Test
    void anOrdinaryUserServesToo() throws Exception {
        assumeTrue(isRoot(), "needs root, to become an ordinary user");
        RunAs.Dropped nobody = (RunAs.Dropped) RunAs.choose(new Folders(folder));
        nobody.give(folder);
        String classPath = ClassPathCopy.to(Files.createDirectory(folder.resolve("jars")));
        List<String> switching = new ArrayList<>(nobody.switching());
        ChildProcess child =
                ChildProcess.start(folder, switching, classPath, settings.dataFolder(), shared);
        long postmaster = child.postmaster();
        assertThat(ProcessTable.program(postmaster)).isEqualTo("postgres");
        assertThat(Files.getOwner(settings.dataFolder().resolve("secret")).getName())
                .isEqualTo("nobody");
        assertThat(child.end()).isZero();
        assertThat(ProcessTable.isRunning(postmaster)).isFalse();
    }

    private ChildProcess child(List<String> switching, String classPath) throws IOException {
        return ChildProcess.start(folder, switching, classPath, settings.dataFolder(), shared);
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly)).contains(true);
    }

    private static PostgresEvent next(BlockingQueue<PostgresEvent> events)
            throws InterruptedException {
        PostgresEvent event = events.poll(1, TimeUnit.MINUTES);
        if (event == null) {
            throw new AssertionError("nothing happened");
        }
        return event;
    }

    private static Connection open(EmbeddedPostgres postgres, Credentials role)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", role.password());
        return DriverManager.getConnection(postgres.jdbcUrl(), properties);
    }

    private static void execute(EmbeddedPostgres postgres, String... commands) throws SQLException {
        try (Connection connection = open(postgres, postgres.owner());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String one(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = open(postgres, postgres.owner())) {
            return one(connection, query);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Credentials supervisor() {
        return Secrets.of(new Folders(settings.dataFolder()), new SecureRandom()).supervisor();
    }
}
