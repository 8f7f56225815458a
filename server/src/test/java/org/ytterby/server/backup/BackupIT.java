package org.ytterby.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.LedgerService;
import org.ytterby.server.ServiceDatabase;
import org.ytterby.server.TestDatabases;
import org.ytterby.server.TestService;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.Answer;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.LedgerWriter;

/// A service that is backed up while it is written to, and the one that comes of the backup.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("ytterby.root", ".."), "examples", "national-2019");
    private static final Sender SENDER = new Sender("authority", "test", Sender.Standing.EVERYBODY);
    private static final AccountId PLAN = new AccountId(AccountId.Kind.PLAN, "P1");
    private static final int SENDERS = 4;

    @TempDir private static Path folder;
    private static TestService service;
    private static Path copy;
    private static SigningKey key;
    private static Set<Long> ackedBefore;

    @BeforeAll
    static void backUpUnderLoad() throws Exception {
        service = new TestService();
        copy = TestDatabases.folder("ytterby-copy");
        Person admin = service.person("admin", "authority", Role.ADMINISTRATOR);
        assertThat(admin.handIn(EXAMPLE, "example").status()).isEqualTo(200);
        key = SigningKey.parse(Files.readString(LedgerService.keyFile(service.folder())).strip());
        LedgerWriter writer = service.service().writer();
        writer.submit(
                        submission(
                                "grant",
                                new Command.Grant(
                                        PLAN,
                                        1_000_000,
                                        new DeclaredRow(
                                                "plans",
                                                new TreeMap<>(
                                                        Map.of(
                                                                "plan",
                                                                "P1",
                                                                "holder",
                                                                "authority"))))))
                .join();
        Set<Long> acked = new ConcurrentSkipListSet<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> senders =
                IntStream.range(0, SENDERS)
                        .mapToObj(s -> Thread.ofVirtual().start(() -> send(writer, s, acked, stop)))
                        .toList();
        while (acked.size() < 200) {
            Thread.onSpinWait();
        }
        ackedBefore = Set.copyOf(acked);
        try (ServiceDatabase running = ServiceDatabase.open(service.folder(), null)) {
            boolean isExternal = System.getProperty("ytterby.database-url") != null;
            Backup.write(
                    isExternal ? service.service().source() : running.source(),
                    backup(),
                    new Backup.LogKey(key, true),
                    "ytterby test",
                    Instant.EPOCH);
        }
        int during = acked.size();
        while (acked.size() < during + 50) { // the service was not stopped by it
            Thread.onSpinWait();
        }
        stop.set(true);
        for (Thread sender : senders) {
            sender.join();
        }
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        TestDatabases.delete(copy);
    }

    private static Path backup() {
        return folder.resolve("backup.zip");
    }

    private static TrustPolicy policy() {
        return new TrustPolicy(key.verifier(), List.of(), 0);
    }

    private static Submission submission(String name, Command command) {
        return new Submission(SENDER, name, "0".repeat(64), command);
    }

    private static void send(LedgerWriter writer, int sender, Set<Long> acked, AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i++) {
            String name = sender + "-" + i;
            acked.add(writer.submit(draw(name)).join().position());
        }
    }

    private static Submission draw(String name) {
        return submission(name, new Command.Reserve(PLAN, name, 1, 4_000_000_000_000_000L));
    }

    private static long epoch(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch FROM ledger.writer")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Order(1)
    void theBackupIsForItsOwnerAloneAndNeverWrittenOver() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() ->
                        Backup.write(
                                service.service().source(),
                                backup(),
                                null,
                                "ytterby test",
                                Instant.EPOCH))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("never written over");
        Path keyless = folder.resolve("keyless.zip");
        Backup.write(
                service.service().source(),
                keyless,
                new Backup.LogKey(key, false),
                "ytterby test",
                Instant.EPOCH);
        try (BackupFile file = BackupFile.open(keyless)) {
            assertThat(file.signingKey()).isEmpty();
            assertThat(file.manifest().logKey()).isEqualTo(key.verifier().toString());
        }
    }

    @Test
    @Order(2)
    void aChangedByteOfTheBackupIsNamed() throws Exception {
        Path harmed = HarmedBackup.withTableChanged(backup(), folder, "tables/ledger.account.copy");
        assertThatThrownBy(() -> BackupFile.open(harmed))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("tables/ledger.account.copy")
                .hasMessageContaining("was changed");
        Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(backup()), 5_000));
        assertThatThrownBy(() -> BackupFile.open(cut))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("cut off");
    }

    @Test
    @Order(3)
    void restoredItHoldsWhatWasAcknowledgedBeforeAndGoesOn() throws Exception {
        try (BackupFile file = BackupFile.open(backup())) {
            long position = file.manifest().position();
            long epochBefore;
            try (ServiceDatabase empty = ServiceDatabase.open(copy, null)) {
                Restore.Outcome outcome = empty.restore(file, policy());
                assertThat(outcome.root()).isEqualTo(file.manifest().root());
                assertThat(outcome.check().ledger().difference()).isEmpty();
                assertThat(outcome.holds()).isTrue();
                assertThat(outcome.check().ledger().entries()).isEqualTo(position);
                assertThat(ackedBefore).allMatch(acked -> acked < position);
                epochBefore = epoch(empty.source());
                assertThat(epochBefore).isEqualTo(file.manifest().epoch());
                assertThatThrownBy(() -> empty.restore(file, policy()))
                        .isInstanceOf(BackupRefused.class)
                        .hasMessageContaining("not empty");
            }
            assertThatThrownBy(this::startCopy)
                    .as("the key of its log is not there yet")
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("log.key is missing");
            LedgerService.keep(file.signingKey().orElseThrow(), copy);
            try (LedgerService restored = startCopy()) {
                assertThat(restored.ledger().size()).isEqualTo(position);
                Answer again = restored.writer().submit(draw("0-0")).join();
                assertThat(again.position()).as("known under its key").isLessThan(position);
                Answer next = restored.writer().submit(draw("after")).join();
                assertThat(next.position()).isEqualTo(position);
                assertThat(epoch(restored.source())).isGreaterThan(epochBefore);
                assertThat(
                                DatabaseCheck.run(restored.source(), policy(), List.of())
                                        .ledger()
                                        .difference())
                        .isEmpty();
            }
        }
    }

    private LedgerService startCopy() {
        return LedgerService.start(new LedgerService.Options(copy, null, "127.0.0.1", 0));
    }
}
