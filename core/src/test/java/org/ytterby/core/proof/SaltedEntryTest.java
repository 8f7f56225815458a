package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaltedEntryTest {
    private static final byte[] CONTENT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void anEntryIsReadAsItIsWritten(int salt) {
        SaltedEntry entry = SaltedEntry.of(new byte[salt], CONTENT);
        SaltedEntry read = SaltedEntry.parse(entry.bytes());
        assertThat(read).isEqualTo(entry);
        assertThat(read.salt()).hasSize(salt);
        assertThat(read.content()).isEqualTo(CONTENT);
        assertThat(read).hasToString("salted entry of " + (2 + salt + 7) + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 65})
    void otherSaltsAreNotTaken(int salt) {
        assertThatThrownBy(() -> SaltedEntry.of(new byte[salt], CONTENT))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] bytes = new byte[2 + salt];
        bytes[0] = 1;
        bytes[1] = (byte) salt;
        assertThatThrownBy(() -> SaltedEntry.parse(bytes)).isInstanceOf(ProofRefused.class);
    }

    @Test
    void anEntryThatNoBundleHoldsIsNotTaken() {
        assertThat(SaltedEntry.of(new byte[32], new byte[65_535 - 34]).bytes()).hasSize(65_535);
        assertThatThrownBy(() -> SaltedEntry.of(new byte[32], new byte[65_535 - 33]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSaltThatIsCutOffIsRefused() {
        byte[] bytes = new byte[33];
        bytes[0] = 1;
        bytes[1] = 32;
        assertThatThrownBy(() -> SaltedEntry.parse(bytes)).isInstanceOf(ProofRefused.class);
        assertThatThrownBy(() -> SaltedEntry.parse(new byte[0])).isInstanceOf(ProofRefused.class);
    }

    @Test
    void equalContentsHaveDifferentLeaves() {
        byte[] salt = new byte[32];
        Hash one = new TreeHasher().leaf(SaltedEntry.of(salt, CONTENT).bytes());
        salt[31] = 1;
        assertThat(new TreeHasher().leaf(SaltedEntry.of(salt, CONTENT).bytes())).isNotEqualTo(one);
    }
}
