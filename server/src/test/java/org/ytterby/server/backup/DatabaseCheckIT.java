package org.ytterby.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.TestDatabases;
import org.ytterby.server.proof.LogAudit;

/// What somebody with every right in the database may do to it, and what is said of it. Each change
/// is taken back.
class DatabaseCheckIT {
    private static final String UNLOCKED = "ALTER TABLE ledger.entry DISABLE TRIGGER append_only; ";

    @TempDir private static Path folder;
    private static TestDatabases databases;
    private static DataSource source;
    private static TrustPolicy policy;

    @BeforeAll
    static void restore() throws Exception {
        databases = new TestDatabases();
        source = TestDatabases.source(databases.make());
        try (BackupFile file = BackupFile.open(EarlierBackup.at(EarlierBackup.NEWEST, folder))) {
            policy = EarlierBackup.policy(file);
            assertThat(Restore.run(file, source, policy).holds()).isTrue();
        }
    }

    @AfterAll
    static void close() {
        databases.close();
    }

    private static DatabaseCheck.Outcome after(String change, Checkpoint... elsewhere)
            throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            DatabaseCheck.Outcome outcome =
                    DatabaseCheck.of(connection, policy, List.of(elsewhere));
            connection.rollback();
            assertThat(outcome.holds()).isFalse();
            return outcome;
        }
    }

    private static Difference differenceAfter(String change, Checkpoint... elsewhere)
            throws SQLException {
        LogAudit.Outcome log = after(change, elsewhere).log();
        assertThat(log).isInstanceOf(LogAudit.Outcome.Different.class);
        return ((LogAudit.Outcome.Different) log).first();
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Checkpoint newest() throws SQLException {
        String note = text("SELECT note FROM proof.checkpoint ORDER BY size DESC LIMIT 1");
        return Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void anIntactDatabaseHolds() throws SQLException {
        DatabaseCheck.Outcome outcome = DatabaseCheck.run(source, policy, List.of(newest()));
        assertThat(outcome.holds()).isTrue();
        assertThat(outcome.log()).isInstanceOf(LogAudit.Outcome.Whole.class);
    }

    @Test
    void aChangedByteOfAnEntryIsNamedThoughNoTableShowsIt() throws SQLException {
        String position = text("SELECT max(position) FROM ledger.entry WHERE topic = 'flows'");
        DatabaseCheck.Outcome outcome =
                after(
                        UNLOCKED
                                + """
                                UPDATE ledger.entry SET content = convert_to(
                                  regexp_replace(convert_from(content, 'UTF8'), '"mass_kg":"', '"mass_kg":"1'), 'UTF8')
                                WHERE position = %s\
                                """
                                        .formatted(position));
        assertThat(outcome.log())
                .isEqualTo(
                        new LogAudit.Outcome.Different(
                                new Difference.EntryChanged(Long.parseLong(position))));
        assertThat(outcome.ledger().difference()).isEmpty();
    }

    @Test
    void aChangedSaltIsNamed() throws SQLException {
        assertThat(
                        differenceAfter(
                                UNLOCKED
                                        + "UPDATE ledger.entry SET salt = set_byte(salt, 0, (get_byte(salt, 0) + 1) % 256)"
                                        + " WHERE position = 9"))
                .isEqualTo(new Difference.EntryChanged(9));
    }

    @Test
    void swappedRowsAreNamed() throws SQLException {
        assertThat(
                        differenceAfter(
                                UNLOCKED
                                        + """
                                        UPDATE ledger.entry e SET topic = o.topic, salt = o.salt, content = o.content
                                        FROM ledger.entry o
                                        WHERE e.position IN (20, 31) AND o.position = 51 - e.position\
                                        """))
                .isEqualTo(new Difference.EntriesSwapped(20, 31));
    }

    @Test
    void aRemovedRowIsNamed() throws SQLException {
        DatabaseCheck.Outcome outcome =
                after(UNLOCKED + "DELETE FROM ledger.entry WHERE position = 77");
        assertThat(outcome.log())
                .isEqualTo(new LogAudit.Outcome.Different(new Difference.EntryRemoved(77)));
        assertThat(outcome.ledger().difference().orElse("")).contains("position 77 is missing");
    }

    @Test
    void aChangedTileIsNamed() throws SQLException {
        assertThat(
                        differenceAfter(
                                "UPDATE proof.tile SET hashes = set_byte(hashes, 96, (get_byte(hashes, 96) + 1) % 256)"
                                        + " WHERE level = 0 AND index = 0"))
                .isInstanceOfSatisfying(
                        Difference.TileChanged.class,
                        changed -> assertThat(changed.position()).isEqualTo(3));
    }

    @Test
    void aChangedAccountIsNamed() throws SQLException {
        DatabaseCheck.Outcome outcome =
                after(
                        "UPDATE ledger.account SET granted = granted + 1 WHERE account LIKE 'plan:%'");
        assertThat(outcome.log()).isInstanceOf(LogAudit.Outcome.Whole.class);
        assertThat(outcome.ledger().difference().orElse("")).startsWith("ledger.account: plan:");
    }

    @Test
    void aCheckpointThatWasRolledBackIsNamed() throws SQLException {
        String rollBack =
                "DELETE FROM proof.checkpoint WHERE size = (SELECT max(size) FROM proof.checkpoint)";
        assertThat(after(rollBack).log())
                .isInstanceOfSatisfying(
                        LogAudit.Outcome.CutBack.class,
                        cut -> assertThat(cut.tiled()).isGreaterThan(cut.covered()));
        assertThat(differenceAfter(rollBack, newest())).isInstanceOf(Difference.RolledBack.class);
        assertThat(
                        after("TRUNCATE proof.checkpoint, proof.cosignature, proof.tile", newest())
                                .log())
                .as("only who kept a checkpoint can tell")
                .isEqualTo(new LogAudit.Outcome.CutBack(0, newest().size()));
    }

    @Test
    void aForgedOrMisfiledCheckpointIsNamed() throws SQLException {
        assertThat(
                        after(
                                        "UPDATE proof.checkpoint SET note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size - 1) || E'\\n')"
                                                + ", size = size - 1 WHERE size = (SELECT max(size) FROM proof.checkpoint)")
                                .log())
                .isInstanceOfSatisfying(
                        LogAudit.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal().code())
                                        .isEqualTo(Refusal.Code.SIGNATURE_WRONG));
        assertThat(
                        after(
                                        "UPDATE proof.checkpoint SET size = size + 1 WHERE size = (SELECT max(size) FROM proof.checkpoint)")
                                .log())
                .isInstanceOf(LogAudit.Outcome.Misfiled.class);
    }
}
