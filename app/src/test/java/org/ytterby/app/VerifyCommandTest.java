package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.proof.Keys;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SmallLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
    private static final SmallLog LOG = new SmallLog(100, 300);

    @TempDir private Path folder;
    private Path receipt;
    private Path log;

    @BeforeEach
    void writeFiles() throws IOException {
        receipt = folder.resolve("123.tlog-proof");
        Files.write(receipt, LOG.receipt(123, 300).bytes());
        log = folder.resolve("log");
        for (var file : LOG.tiles().files().entrySet()) {
            Path path = log.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(log.resolve("checkpoint"), LOG.signed(300).toString());
    }

    private static Shell verify(Path subject, String... more) {
        List<String> args = new ArrayList<>();
        args.add(subject.toString());
        args.addAll(List.of("--log-key", Keys.LOG.verifier().toString()));
        args.addAll(List.of(more));
        if (!args.contains("--lang")) {
            args.addAll(List.of("--lang", "en"));
        }
        return Shell.run(new VerifyCommand(), args.toArray(String[]::new));
    }

    private static JsonNode json(Path subject, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--json");
        return JsonMapper.shared().readTree(verify(subject, args.toArray(String[]::new)).out());
    }

    @Test
    void aReceiptIsProvenByTheLogAlone() {
        Shell shell = verify(receipt);
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out())
                .startsWith("Proven: entry 123 stands in log ledger.example/log of 300 entries.")
                .contains("  | {\"flow_id\":\"F00123\",\"mass_mg\":123000}");
    }

    @Test
    void aReceiptIsProvenWithWitnesses() {
        Shell shell =
                verify(
                        receipt,
                        "--witness-key",
                        Keys.CUSTOMS.verifier().toString(),
                        "--witness-key",
                        Keys.AUDIT.verifier().toString(),
                        "--lang",
                        "zh");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out())
                .startsWith("已证明：条目 123 在日志 ledger.example/log 中")
                .contains("见证：customs.example/w1，2026-11-21T00:00:00Z");
    }

    @Test
    void aChangedReceiptIsRefusedByName() throws IOException {
        Files.writeString(receipt, Files.readString(receipt).replace("index 123", "index 124"));
        Shell shell = verify(receipt);
        assertThat(shell.status()).isEqualTo(ExitCode.FOUND);
        assertThat(shell.out()).startsWith("Not proven: ").contains("[proof-wrong]");
        assertThat(json(receipt).get("code").asString()).isEqualTo("proof-wrong");
        assertThat(json(receipt).get("message_zh").asString()).contains("根");
    }

    @Test
    void tooFewWitnessesAreNamed() throws IOException {
        String text = Files.readString(receipt);
        Files.writeString(receipt, text.replaceFirst("— audit.*\n", ""));
        String[] both = {
            "--witness-key",
            Keys.CUSTOMS.verifier().toString(),
            "--witness-key",
            Keys.AUDIT.verifier().toString()
        };
        assertThat(json(receipt, both).get("code").asString()).isEqualTo("cosignature-missing");
        String[] one = {both[0], both[1], both[2], both[3], "--witnesses", "1"};
        assertThat(json(receipt, one).get("holds").asBoolean()).isTrue();
    }

    @Test
    void theContentIsWrittenOut() throws IOException {
        Path out = folder.resolve("entry.json");
        verify(receipt, "--out", out.toString());
        assertThat(Files.readString(out)).isEqualTo("{\"flow_id\":\"F00123\",\"mass_mg\":123000}");
    }

    @Test
    void keysMayStandInFiles() throws IOException {
        Path key = Files.writeString(folder.resolve("log.pub"), Keys.LOG.verifier() + "\n");
        assertThat(
                        Shell.run(
                                        new VerifyCommand(),
                                        receipt.toString(),
                                        "--log-key",
                                        key.toString())
                                .status())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aLogIsRebuilt() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), LOG.signed(100).toString());
        Shell shell = verify(log, "--earlier", kept.toString(), "--earlier", receipt.toString());
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out())
                .startsWith(
                        "Whole: all 300 entries of log ledger.example/log are as signed;"
                                + " 2 earlier checkpoints agree.");
    }

    @Test
    void aChangedByteOfALogIsNamed() throws IOException {
        Path bundle = log.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 3] ^= 1;
        Files.write(bundle, bytes);
        Shell shell = verify(log);
        assertThat(shell.status()).isEqualTo(ExitCode.FOUND);
        assertThat(shell.out())
                .contains("Not as signed: entry 255 was changed")
                .contains("[entry-changed]");
        assertThat(verify(log, "--lang", "zh").out()).contains("条目 255 被改动");
    }

    @Test
    void aRollbackIsFoundByAReceipt() throws IOException {
        Files.writeString(log.resolve("checkpoint"), LOG.signed(100).toString());
        assertThat(verify(log).status()).isEqualTo(ExitCode.DONE);
        assertThat(json(log, "--earlier", receipt.toString()).get("code").asString())
                .isEqualTo("rolled-back");
    }

    @Test
    void whatIsNotThereCannotBeChecked() throws IOException {
        assertThat(verify(folder.resolve("nothing")).status()).isEqualTo(ExitCode.FAILED);
        Path nonsense = Files.write(folder.resolve("n"), "x".getBytes(StandardCharsets.UTF_8));
        assertThat(json(nonsense).get("code").asString()).isEqualTo("receipt-malformed");
        Shell shell = Shell.run(new VerifyCommand(), receipt.toString(), "--log-key", "nonsense");
        assertThat(shell.status()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("nonsense");
        byte[] large = new byte[Receipt.BYTES_MAX + 10];
        assertThat(json(Files.write(nonsense, large)).get("code").asString())
                .isEqualTo("receipt-malformed");
    }
}
