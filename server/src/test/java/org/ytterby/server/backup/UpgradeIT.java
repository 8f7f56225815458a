package org.ytterby.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.LedgerService;
import org.ytterby.server.TestDatabases;
import org.ytterby.server.proof.LogAudit;

/// Databases of every earlier schema, brought to the present one.
class UpgradeIT {
    @TempDir private static Path folder;
    private static TestDatabases databases;

    @BeforeAll
    static void start() throws Exception {
        databases = new TestDatabases();
    }

    @AfterAll
    static void close() {
        databases.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aBackupOfAnEarlierSchemaIsRestoredWhole(int version) throws Exception {
        try (BackupFile file = BackupFile.open(EarlierBackup.at(version, folder))) {
            DataSource empty = TestDatabases.source(databases.make());
            Restore.Outcome outcome = Restore.run(file, empty, EarlierBackup.policy(file));
            assertThat(outcome.check().ledger().difference()).isEmpty();
            assertThat(outcome.root()).isEqualTo(file.manifest().root());
            assertThat(outcome.holds()).isTrue();
            assertThat(outcome.check().ledger().entries())
                    .isEqualTo(file.manifest().position())
                    .isGreaterThan(256);
            if (version > 1) {
                assertThat(outcome.check().log()).isInstanceOf(LogAudit.Outcome.Whole.class);
            }
        }
    }

    @Test
    void theServiceBringsTheDatabaseThatItFindsToThePresentSchema() throws Exception {
        Path data = TestDatabases.folder("ytterby-upgrade");
        LedgerService.Database database = databases.make();
        DataSource source = TestDatabases.source(database);
        try (BackupFile file = BackupFile.open(EarlierBackup.at(1, folder))) {
            Restore.asItWas(file, source);
            try (LedgerService service =
                    LedgerService.start(
                            new LedgerService.Options(data, database, "127.0.0.1", 0))) {
                assertThat(service.ledger().size()).isEqualTo(file.manifest().position());
                while (service.log().size() < file.manifest().position()) {
                    Thread.sleep(5);
                }
                assertThat(new LogAudit(source).root(file.manifest().position()).base64())
                        .isEqualTo(file.manifest().root());
                assertThat(
                                DatabaseCheck.run(
                                                source,
                                                new TrustPolicy(service.log().key(), List.of(), 0),
                                                List.of())
                                        .holds())
                        .isTrue();
            }
        } finally {
            TestDatabases.delete(data);
        }
    }

    @Test
    void aBackupOfALaterSchemaIsRefused() throws Exception {
        Path later =
                HarmedBackup.rewritten(
                        EarlierBackup.at(4, folder),
                        folder.resolve("later.zip"),
                        (name, content) ->
                                Optional.of(
                                        name.equals(Manifest.NAME)
                                                ? new String(content, UTF_8)
                                                        .replace(
                                                                "\"schema\" : \"4\"",
                                                                "\"schema\" : \"4711\"")
                                                        .getBytes(UTF_8)
                                                : content));
        try (BackupFile file = BackupFile.open(later)) {
            DataSource empty = TestDatabases.source(databases.make());
            assertThatThrownBy(() -> Restore.run(file, empty, EarlierBackup.policy(file)))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("4711");
        }
    }
}
