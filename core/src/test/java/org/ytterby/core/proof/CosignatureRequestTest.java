package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosignatureRequestTest {
    private static final SmallLog LOG = new SmallLog(20);

    private static CosignatureRequest request(int old, int size) {
        SignedNote note = SignedNote.of(LOG.checkpoint(size).text(), Keys.LOG.at(0));
        return CosignatureRequest.of(old, note, LOG.proofs());
    }

    private static NoteSignature cosignature(String answer) {
        return request(0, 20)
                .cosignature(answer.getBytes(StandardCharsets.UTF_8), Keys.CUSTOMS.verifier());
    }

    private static String line(SigningKey witness, int size, long timeS) {
        return NoteSignature.of(witness.at(timeS), LOG.checkpoint(size).text()) + "\n";
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,20", "1,20", "7,8", "8,8", "13,20"})
    void isWrittenAsAWitnessReadsIt(int old, int size) {
        CosignatureRequest asked = request(old, size);
        assertThat(asked.toString()).isEqualTo(LOG.request(old, size));
        assertThat(CosignatureRequest.parse(asked.bytes())).isEqualTo(asked);
        Witness witness = new Witness(Keys.CUSTOMS, List.of(Keys.LOG.verifier()));
        Optional<Checkpoint> recorded =
                old == 0 ? Optional.empty() : Optional.of(LOG.checkpoint(old));
        assertThat(witness.decide(asked.bytes(), _ -> recorded, Keys.NOW_S))
                .asInstanceOf(type(Witness.Decision.Cosigned.class))
                .satisfies(cosigned ->
                        assertThat(
                                        asked.cosignature(
                                                        cosigned.line()
                                                                .getBytes(StandardCharsets.UTF_8),
                                                        Keys.CUSTOMS.verifier())
                                                + "\n")
                                .isEqualTo(cosigned.line()));
    }

    @Test
    void cosignaturesOfOtherKeysArePassedOver() {
        String mine = line(Keys.CUSTOMS, 20, Keys.NOW_S);
        assertThat(cosignature(line(Keys.AUDIT, 20, Keys.NOW_S) + mine) + "\n").isEqualTo(mine);
    }

    @Test
    void whatIsNoCosignatureOfTheCheckpointIsRefused() {
        assertRefused(line(Keys.AUDIT, 20, Keys.NOW_S), Refusal.Code.SIGNATURE_MISSING);
        assertRefused(line(Keys.CUSTOMS, 19, Keys.NOW_S), Refusal.Code.SIGNATURE_WRONG);
        assertRefused(line(Keys.CUSTOMS, 20, 0), Refusal.Code.SIGNATURE_WRONG);
        assertRefused("", Refusal.Code.NOTE_MALFORMED);
        assertRefused("thanks\n", Refusal.Code.NOTE_MALFORMED);
    }

    private static void assertRefused(String answer, Refusal.Code code) {
        assertThatThrownBy(() -> cosignature(answer))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
