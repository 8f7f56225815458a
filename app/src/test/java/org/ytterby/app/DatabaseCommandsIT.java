package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ytterby.server.ServiceDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A database that is restored, verified and backed up as an operator does it.
class DatabaseCommandsIT {
    private static final Path BACKUP =
            Path.of(System.getProperty("ytterby.root", ".."))
                    .resolve("server/src/test/resources/org/ytterby/server/backup/schema-4.zip");

    private static Path folder;
    private static Shell restored;

    @BeforeAll
    static void restore() throws IOException {
        folder =
                Files.createTempDirectory(
                        "ytterby-commands",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        restored = run(new RestoreCommand(), "--from", BACKUP.toString());
    }

    @AfterAll
    static void delete() throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Shell run(Object command, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data().toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return Shell.run(command, all.toArray(String[]::new));
    }

    /// One server for all of it: what reaches the folder meanwhile uses the one that runs.
    @Test
    void aRestoredDatabaseIsVerifiedBackedUpAndCaughtWhereItWasChanged() throws Exception {
        assertThat(restored.status()).as(restored.out() + restored.err()).isZero();
        assertThat(restored.out())
                .contains("Restored, at schema ")
                .contains("Whole: every table is as the ")
                .contains("Before the service starts, put the signing key of ");
        String key = key();
        try (ServiceDatabase running = ServiceDatabase.open(data(), null)) {
            Shell whole = run(new VerifyCommand(), "--log-key", key, "--lang", "zh");
            assertThat(whole.status()).as(whole.out() + whole.err()).isZero();
            assertThat(whole.out()).startsWith("完好：各表均与台账的 ");

            Path to = folder.resolve("again.zip");
            Shell backup = run(new BackupCommand(), "--to", to.toString());
            assertThat(backup.status()).as(backup.err()).isZero();
            assertThat(root(backup)).isEqualTo(root(restored));
            assertThat(run(new BackupCommand(), "--to", to.toString()).err())
                    .contains("a backup is never written over");

            try (var connection = running.source().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "UPDATE ledger.account SET granted = granted + 1 WHERE account LIKE 'plan:%'");
            }
            Shell changed = run(new VerifyCommand(), "--log-key", key, "--json");
            assertThat(changed.status()).isEqualTo(ExitCode.FOUND);
            JsonNode json = JsonMapper.shared().readTree(changed.out());
            assertThat(json.path("holds").asBoolean(true)).isFalse();
            JsonNode difference = json.path("differences").path(0);
            assertThat(difference.path("code").asString()).isEqualTo("ledger-differs");
            assertThat(difference.path("message_zh").asString()).contains("ledger.account: plan:");
            assertThat(run(new VerifyCommand(), "--log-key", key).out())
                    .startsWith(
                            "Not as recorded: not as the entries make it: ledger.account: plan:");

            Shell again = run(new RestoreCommand(), "--from", BACKUP.toString());
            assertThat(again.status()).isEqualTo(ExitCode.FAILED);
            assertThat(again.err()).contains("the database is not empty");
        }
    }

    private static String root(Shell told) {
        return told.out().replaceFirst("(?s).*?root (\\S+), schema.*", "$1");
    }

    private static String key() throws IOException {
        try (var zip = new ZipFile(BACKUP.toFile());
                var manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return JsonMapper.shared().readTree(manifest).path("log_key").asString();
        }
    }
}
