package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TrustPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running service, its witness and a monitor: whatever is changed behind its back is named. The
/// tests build on one ledger in the order of their numbers.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitorIT {
    private static final int DRAWS = 10;

    private static Path folder;
    private static MonitoredLedger ledger;

    @BeforeAll
    static void start() throws IOException {
        folder =
                Files.createTempDirectory(
                        "ytterby-monitor",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        ledger = new MonitoredLedger(folder);
        Files.writeString(folder.resolve("password"), MonitoredLedger.PASSWORD + "\n");
    }

    @AfterAll
    static void end() throws Exception {
        ledger.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Shell monitor(String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--log",
                                ledger.base().toString(),
                                "--log-key",
                                Keys.LOG.verifier().toString(),
                                "--user",
                                "auditor",
                                "--password-file",
                                folder.resolve("password").toString(),
                                "--json",
                                "--lang",
                                "en"));
        args.addAll(List.of(more));
        return Shell.run(new MonitorCommand(), args.toArray(String[]::new));
    }

    /// A look that remembers.
    private static Shell looked() {
        return monitor("--state", folder.resolve("state").toString());
    }

    private static String code(Shell shell) {
        assertThat(shell.status()).as(shell.out() + shell.err()).isEqualTo(ExitCode.FOUND);
        return json(shell).path("code").asString();
    }

    private static JsonNode json(Shell shell) {
        return JsonMapper.shared().readTree(shell.out());
    }

    private static void assertWhole(Shell shell) {
        assertThat(shell.status()).as(shell.out() + shell.err()).isEqualTo(ExitCode.DONE);
        assertThat(json(shell).path("holds").asBoolean()).isTrue();
    }

    /// Changes the database, looks, and puts everything back.
    private static Shell lookedAfter(String... statements) throws Exception {
        ledger.backUp("before");
        ledger.tamper(statements);
        Shell shell = looked();
        ledger.restore("before");
        return shell;
    }

    @Test
    @Order(1)
    void aSilentWitnessHoldsUpNeitherLedgerNorReceipt() throws Exception {
        ledger.grant();
        ledger.draw(DRAWS);
        try (ServiceClient auditor = ledger.auditor()) {
            while (auditor.bytes("/api/v1/receipts/0").isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(auditor.bytes("/log/checkpoint")).as("still being cosigned").isEmpty();
        }
        ledger.endSilence();
        ledger.awaitPublished();
    }

    @Test
    @Order(2)
    void checkpointAndReceiptBearTheCosignature() throws Exception {
        TrustPolicy policy = new TrustPolicy(Keys.LOG.verifier(), List.of(ledger.witnessKey()), 1);
        try (ServiceClient auditor = ledger.auditor()) {
            SignedNote note =
                    SignedNote.parse(
                            auditor.text("/log/checkpoint").getBytes(StandardCharsets.UTF_8));
            assertThat(policy.trusted(note).cosignatures()).hasSize(1);
            byte[] receipt = auditor.text("/api/v1/receipts/3").getBytes(StandardCharsets.UTF_8);
            assertThat(Receipt.check(receipt, policy)).isInstanceOf(Receipt.Verdict.Proven.class);
            JsonNode witnesses = auditor.get("/api/v1/witnesses");
            assertThat(witnesses.get(0).path("cosigned").asLong()).isPositive();
            assertThat(witnesses.get(0).has("problem")).isFalse();
            assertThat(witnesses.get(1).path("problem").asString()).isEqualTo("unreachable");
        }
    }

    @Test
    @Order(3)
    void anHonestLedgerThatGrowsIsWhole() throws Exception {
        Shell first = looked();
        assertWhole(first);
        ledger.draw(DRAWS);
        ledger.awaitPublished();
        Shell second = looked();
        assertWhole(second);
        assertThat(json(second).path("earlier_checkpoints").asInt()).isOne();
        assertThat(json(second).path("size").asLong())
                .isGreaterThan(json(first).path("size").asLong());
        assertThat(json(second).path("position").asLong())
                .isEqualTo(ledger.service().ledger().size());
        assertWhole(monitor("--witness-key", ledger.witnessKey().toString()));
        assertThat(
                        code(
                                monitor(
                                        "--witness-key",
                                        Keys.AUDIT.verifier().toString(),
                                        "--witnesses",
                                        "1")))
                .isEqualTo("cosignature-missing");
    }

    @Test
    @Order(4)
    void changesOfRowsAreNamedByIndex() throws Exception {
        Shell changed =
                lookedAfter(
                        "UPDATE ledger.entry SET content = set_byte(content, 9, 64) WHERE position = 17");
        assertThat(code(changed)).isEqualTo("entry-changed");
        assertThat(changed.out()).contains("entry 17 was changed");
        Shell removed = lookedAfter("DELETE FROM ledger.entry WHERE position = 17");
        assertThat(code(removed)).isEqualTo("entry-removed");
        assertThat(removed.out()).contains("entry 17");
        Shell swapped =
                lookedAfter(
                        """
                        UPDATE ledger.entry a SET topic = b.topic, salt = b.salt, content = b.content
                        FROM ledger.entry b
                        WHERE (a.position, b.position) IN ((8, 21), (21, 8))\
                        """);
        assertThat(code(swapped)).isEqualTo("entries-swapped");
        assertThat(swapped.out()).contains("entries 8 and 21");
        Shell gone = lookedAfter("DELETE FROM ledger.entry");
        assertThat(code(gone)).isEqualTo("missing");
        assertThat(gone.out()).contains("tile/entries/000");
        ledger.awaitCosigned();
        assertWhole(looked());
    }

    @Test
    @Order(5)
    void changesOfTheLogAndOfTablesAreNamed() throws Exception {
        Shell tile =
                lookedAfter(
                        "UPDATE proof.tile SET hashes = set_byte(hashes, 32 * 5, 1 + get_byte(hashes, 32 * 5) % 255)"
                                + " WHERE level = 0");
        assertThat(code(tile)).isEqualTo("tile-changed");
        assertThat(tile.out()).contains("hash 5 in tile/0/000");
        assertThat(code(lookedAfter("DELETE FROM proof.tile"))).isEqualTo("missing");
        Shell rolledBack =
                lookedAfter(
                        "DELETE FROM proof.checkpoint WHERE size = (SELECT max(size) FROM proof.checkpoint)");
        assertThat(code(rolledBack)).isEqualTo("rolled-back");
        Shell account = lookedAfter("UPDATE ledger.account SET posted = posted + 1");
        assertThat(code(account)).isEqualTo("ledger-differs");
        assertThat(account.out()).contains("ledger.account: plan:P1 is authority 1000000 0 61");
        Shell hold = lookedAfter("DELETE FROM ledger.hold WHERE state = 'confirmed'");
        assertThat(hold.out()).contains("ledger.hold: h");
        // a round of cosigning may have met the log while it was cut back, or be about to say so
        ledger.draw(1);
        ledger.awaitCosigned();
        assertWhole(looked());
    }

    @Test
    @Order(6)
    void aWitnessThatForgotIsNamed() throws Exception {
        byte[] old = Files.readAllBytes(ledger.witnessFile());
        ledger.backUp("old");
        ledger.draw(DRAWS);
        ledger.awaitCosigned();
        assertWhole(looked());
        Files.write(ledger.witnessFile(), old);
        ledger.draw(1);
        awaitProblem("witness-rolled-back");
        assertThat(code(looked())).isEqualTo("witness-rolled-back");
    }

    @Test
    @Order(7)
    void anOldBackupIsNamedByMonitorAndWitness() throws Exception {
        ledger.backUp("newest");
        ledger.stop();
        ledger.restore("old");
        ledger.startAgain();
        assertThat(code(looked())).isEqualTo("rolled-back");
        awaitProblem("log-rolled-back");
        assertThat(code(monitor())).as("without a state").isEqualTo("log-rolled-back");
        ledger.stop();
        ledger.restore("newest");
        ledger.startAgain();
        ledger.awaitCosigned();
        assertWhole(looked());
    }

    @Test
    @Order(8)
    void aHistoryRewrittenAndSignedAnewIsNamedByMonitorAndWitness() throws Exception {
        ledger.stop();
        ledger.tamper(
                """
                UPDATE ledger.entry SET content = convert_to(replace(convert_from(content, 'UTF8'),
                  '"amount":3', '"amount":2'), 'UTF8') WHERE topic = 'confirmed'\
                """,
                "UPDATE ledger.hold SET drawn = 2",
                "UPDATE ledger.account SET posted = posted / 3 * 2",
                "DELETE FROM proof.checkpoint",
                "DELETE FROM proof.tile");
        ledger.startAgain();
        awaitProblem("history-differs");
        assertThat(code(looked())).as("of the same size").isEqualTo("split-view");
        ledger.draw(1);
        ledger.awaitPublished();
        assertThat(code(looked())).isEqualTo("history-rewritten");
        assertThat(code(monitor("--witness-key", ledger.witnessKey().toString())))
                .isEqualTo("cosignature-missing");
        assertThat(code(monitor())).as("by the witness alone").isEqualTo("history-differs");
    }

    @Test
    @Order(9)
    void whoCannotLookDoesNotSeemContent() throws Exception {
        Path nothing = Files.writeString(folder.resolve("token"), "nothing");
        Shell refused =
                Shell.run(
                        new MonitorCommand(),
                        "--log",
                        ledger.base().toString(),
                        "--log-key",
                        Keys.LOG.verifier().toString(),
                        "--token-file",
                        nothing.toString(),
                        "--lang",
                        "en");
        assertThat(refused.status()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("401");
    }

    private static void awaitProblem(String code) throws InterruptedException {
        try (ServiceClient auditor = ledger.auditor()) {
            long patience = System.nanoTime() + MonitoredLedger.PATIENCE_NS;
            String found = "";
            while (!found.equals(code) && System.nanoTime() < patience) {
                found = auditor.get("/api/v1/witnesses").get(0).path("problem").asString("");
                Thread.sleep(20);
            }
            assertThat(found).isEqualTo(code);
        }
    }
}
