package org.ytterby.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SmallLog;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Migrations;
import org.ytterby.server.postgres.Settings;

class CheckpointStoreIT {
    private static final long HOUR = 3_600_000_000L;
    private static final SmallLog LOG = new SmallLog(20);

    private static SignedNote note(int size) {
        SignedNote signed = LOG.signed(size);
        return new SignedNote(signed.text(), signed.signatures().subList(0, 1));
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    @Test
    void checkpointsArePublishedInOrderAndThinnedByTheHour() throws Exception {
        Path folder =
                Files.createTempDirectory(
                        "ytterby-checkpoints",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")))) {
            DriverManagerDataSource source =
                    new DriverManagerDataSource(
                            postgres.jdbcUrl(), postgres.user(), postgres.password());
            Migrations.of(source, MigrationVersion.LATEST).migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            CheckpointStore store =
                    new CheckpointStore(
                            jdbc,
                            new TransactionTemplate(new DataSourceTransactionManager(source)));
            publication(store);
            pruning(store, jdbc);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void publication(CheckpointStore store) {
        assertThat(store.newest()).isEmpty();
        store.keep(1, note(1), HOUR + 1, true);
        store.keep(2, note(2), HOUR + 2, false);
        assertThat(store.newest()).map(CheckpointStoreIT::size).contains(2L);
        assertThat(store.published()).map(CheckpointStoreIT::size).contains(1L);
        store.publish(2, Map.of(Keys.CUSTOMS.verifier(), LOG.signed(2).signatures().get(1)));
        assertThat(store.published().orElseThrow().signatures())
                .isEqualTo(LOG.signed(2).signatures().subList(0, 2));
        assertThat(store.cosignedSize(Keys.CUSTOMS.verifier())).isEqualTo(2);
        assertThat(store.cosignedSize(Keys.AUDIT.verifier())).isZero();
    }

    /// In hour 1: 1, 2 cosigned, 3, 4. In hour 2: 5, 6. In hours 3 and 4: 7 to 10.
    private static void pruning(CheckpointStore store, JdbcClient jdbc) {
        for (int size = 3; size <= 10; size++) {
            long hour = size <= 4 ? 1 : size <= 6 ? 2 : size <= 8 ? 3 : 4;
            store.keep(size, note(size), hour * HOUR + size, true);
        }
        assertThat(store.prune(4 * HOUR + 100)).isEqualTo(3);
        assertThat(
                        jdbc.sql("SELECT size FROM proof.checkpoint ORDER BY size")
                                .query(Long.class)
                                .list())
                .as("the last cosigned and the last of a past hour, all of the newest two hours")
                .containsExactly(2L, 4L, 6L, 7L, 8L, 9L, 10L);
        assertThat(store.prune(4 * HOUR + 100)).isZero();
    }
}
