package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Cosignature;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.core.proof.Witness;
import org.ytterby.server.LedgerService;
import org.ytterby.server.Operation;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.Answer;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Settings;
import tools.jackson.databind.JsonNode;

/// A service with one witness that works and one that takes requests and says nothing, and hands
/// that reach into its database.
final class MonitoredLedger implements AutoCloseable {
    static final AccountId PLAN = new AccountId(AccountId.Kind.PLAN, "P1");
    static final String PASSWORD = "correct horse battery";

    private static final List<String> TABLES =
            List.of(
                    "ledger.entry",
                    "ledger.submission",
                    "ledger.account",
                    "ledger.hold",
                    "ledger.facility",
                    "proof.tile",
                    "proof.checkpoint",
                    "proof.cosignature");
    private static final Sender SENDER = new Sender("authority", "test", Sender.Standing.EVERYBODY);
    private static final String DIGEST = "0".repeat(64);

    /// For what the service does in its own time: a witness that failed is asked less and less.
    static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(2);

    private static final long FAR_MICROS = 4_000_000_000_000_000L;

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final SigningKey witnessKey = Keys.CUSTOMS;
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> asking = new ArrayList<>();
    private final Thread silence;
    private WitnessStore witnessStore;
    private WitnessServer witness;
    private LedgerService service;
    private int sent;

    MonitoredLedger(Path folder) throws IOException {
        this.folder = folder;
        postgres = EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")));
        silence = Thread.ofVirtual().start(this::listen);
        // the log's key is made at the first start; the witness has to know it before
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("log.key"), Keys.LOG.secretText() + "\n");
        witnessStore = new WitnessStore(folder.resolve("witness"), witnessKey.verifier());
        witness =
                new WitnessServer(
                        new Witness(witnessKey, List.of(Keys.LOG.verifier())),
                        witnessStore,
                        InstantSource.system(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        witness.start();
        Files.writeString(
                folder.resolve("witnesses"),
                """
                # who cosigns
                witness customs %s http://127.0.0.1:%d/
                witness silent %s http://127.0.0.1:%d
                quorum customs
                """
                        .formatted(
                                witnessKey.verifier(),
                                witness.port(),
                                Keys.AUDIT.verifier(),
                                silent.getLocalPort()));
        service = start();
        service.people().put(new Caller("auditor", "authority", Set.of(Role.AUDITOR)), PASSWORD);
    }

    private LedgerService start() {
        return LedgerService.start(
                new LedgerService.Options(
                        folder.resolve("data"),
                        new LedgerService.Database(
                                postgres.jdbcUrl(), postgres.user(), postgres.password()),
                        "127.0.0.1",
                        0,
                        Operation.PLAIN,
                        null,
                        folder.resolve("witnesses")));
    }

    private void listen() {
        try {
            while (true) {
                asking.add(silent.accept());
            }
        } catch (IOException e) {
            asking.forEach(MonitoredLedger::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the silent witness is not there at all.
    void endSilence() throws Exception {
        silent.close();
        silence.join();
    }

    LedgerService service() {
        return service;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    VerifierKey witnessKey() {
        return witnessKey.verifier();
    }

    Path witnessFile() {
        return folder.resolve("witness")
                .resolve(Cosignature.originHash(Keys.LOG.verifier().name()))
                .resolve("checkpoint");
    }

    ServiceClient auditor() {
        return ServiceClient.signIn(base(), "auditor", PASSWORD);
    }

    Answer send(Command command) {
        sent++;
        return service.writer().submit(new Submission(SENDER, "s" + sent, DIGEST, command)).join();
    }

    void grant() {
        DeclaredRow plan =
                new DeclaredRow(
                        "plans", new TreeMap<>(Map.of("plan", "P1", "holder", "authority")));
        send(new Command.Grant(PLAN, 1_000_000, plan));
    }

    /// Sets amounts aside and draws them.
    void draw(int times) {
        for (int i = 0; i < times; i++) {
            String hold = "h" + sent;
            send(new Command.Reserve(PLAN, hold, 5, FAR_MICROS));
            send(new Command.Confirm(hold, 3));
        }
    }

    /// Waits until the newest checkpoint that is shown covers the whole ledger.
    void awaitPublished() throws InterruptedException {
        long size = service.ledger().size();
        while (service.log()
                        .checkpoint()
                        .map(note -> Checkpoint.parse(note.text()).size())
                        .orElse(0L)
                < size) {
            Thread.sleep(10);
        }
    }

    /// Waits until the witness has cosigned the whole ledger and nothing is held against it: then
    /// no round of cosigning is under way that saw anything else.
    void awaitCosigned() throws InterruptedException {
        long size = service.ledger().size();
        long patience = System.nanoTime() + PATIENCE_NS;
        try (ServiceClient auditor = auditor()) {
            JsonNode first = auditor.get("/api/v1/witnesses").get(0);
            while (first.has("problem") || first.path("cosigned").asLong() < size) {
                assertThat(System.nanoTime()).as(first.toString()).isLessThan(patience);
                Thread.sleep(20);
                first = auditor.get("/api/v1/witnesses").get(0);
            }
        }
    }

    void stop() {
        service.close();
    }

    void startAgain() {
        service = start();
    }

    /// Changes the database behind the service's back, as its owner can.
    void tamper(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("ALTER TABLE ledger.entry DISABLE TRIGGER USER");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("ALTER TABLE ledger.entry ENABLE TRIGGER USER");
            connection.commit();
        }
    }

    /// Copies every table of ledger and log, as a backup does.
    void backUp(String name) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String table : TABLES) {
            String copy = copy(name, table);
            statements.add("DROP TABLE IF EXISTS " + copy);
            statements.add("CREATE TABLE " + copy + " AS TABLE " + table);
        }
        statements.add("DROP TABLE IF EXISTS " + copy(name, "ledger.writer"));
        statements.add("CREATE TABLE " + copy(name, "ledger.writer") + " AS TABLE ledger.writer");
        tamper(statements.toArray(String[]::new));
    }

    void restore(String name) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String table : TABLES.reversed()) {
            statements.add("DELETE FROM " + table);
        }
        for (String table : TABLES) {
            statements.add("INSERT INTO " + table + " SELECT * FROM " + copy(name, table));
        }
        statements.add(
                "UPDATE ledger.writer SET next_position = (SELECT next_position FROM "
                        + copy(name, "ledger.writer")
                        + ")");
        tamper(statements.toArray(String[]::new));
    }

    private static String copy(String name, String table) {
        return "public.%s_%s".formatted(name, table.replace('.', '_'));
    }

    @Override
    public void close() throws IOException {
        service.close();
        witness.close();
        witnessStore.close();
        silent.close();
        postgres.close();
    }
}
