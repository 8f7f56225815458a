package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.VerifierKey;

class KeyCommandTest {
    @TempDir private Path folder;

    private Shell key(String... args) {
        return Shell.run(new KeyCommand(), args);
    }

    @Test
    void bothHalvesAreWrittenAndThePublicOneIsPrinted() throws IOException {
        Path file = folder.resolve("w.key");
        Shell shell = key("customs.example/w1", "--witness", "--out", file.toString());
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        SigningKey secret = SigningKey.parse(Files.readString(file).strip());
        VerifierKey verifier = VerifierKey.parse(shell.out().strip());
        assertThat(verifier).isEqualTo(secret.verifier());
        assertThat(verifier.type()).isEqualTo(KeyType.COSIGNATURE);
        assertThat(Files.readString(Path.of(file + ".pub"))).isEqualTo(shell.out());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keysDiffer() {
        String one = key("a", "--out", folder.resolve("1").toString()).out();
        String other = key("a", "--out", folder.resolve("2").toString()).out();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void anExistingKeyIsNeverReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("k"), "precious");
        assertThat(key("a", "--out", file.toString()).status()).isEqualTo(ExitCode.FAILED);
        assertThat(file).hasContent("precious");
    }

    @Test
    void aNameThatNoNoteCanBearIsRefused() {
        Shell shell = key("a b", "--out", folder.resolve("k").toString(), "--lang", "zh");
        assertThat(shell.status()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("密钥名称无效");
        assertThat(folder.resolve("k")).doesNotExist();
    }
}
