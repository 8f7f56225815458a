package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessTest {
    private static final SmallLog LOG = new SmallLog(20);
    private static final Witness WITNESS = new Witness(Keys.CUSTOMS, List.of(Keys.LOG.verifier()));

    /// What the witness has recorded.
    private Optional<Checkpoint> recorded = Optional.empty();

    private Witness.Decision ask(String request) {
        Witness.Decision decision =
                WITNESS.decide(request.getBytes(StandardCharsets.UTF_8), _ -> recorded, Keys.NOW_S);
        if (decision instanceof Witness.Decision.Cosigned(Checkpoint checkpoint, _, _)) {
            recorded = Optional.of(checkpoint);
        }
        return decision;
    }

    private static String request(int old, int size) {
        return LOG.request(old, size);
    }

    private static String request(int old, List<Hash> proof, SignedNote note) {
        return SmallLog.request(old, proof, note);
    }

    private static void assertRefused(Witness.Decision decision, int status, Refusal.Code code) {
        assertThat(decision)
                .asInstanceOf(type(Witness.Decision.Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(status);
                    assertThat(refused.refusal().code()).isEqualTo(code);
                });
    }

    @Test
    void aGrowingLogIsCosigned() {
        int old = 0;
        for (int size : new int[] {0, 1, 2, 7, 8, 8, 20}) {
            Witness.Decision decision = ask(request(old, size));
            assertThat(decision)
                    .asInstanceOf(type(Witness.Decision.Cosigned.class))
                    .satisfies(cosigned -> {
                        String signed = cosigned.note().text() + "\n" + cosigned.line();
                        assertThat(
                                        SignedNote.parse(signed)
                                                .openedWith(List.of(Keys.CUSTOMS.verifier())))
                                .hasSize(1);
                        assertThat(
                                        new TrustPolicy(
                                                        Keys.LOG.verifier(),
                                                        List.of(Keys.CUSTOMS.verifier()),
                                                        1)
                                                .trusted(cosigned.note())
                                                .cosignatures())
                                .containsExactly(
                                        new Cosignature(
                                                Keys.CUSTOMS.verifier().name(), Keys.NOW_S));
                    });
            old = size;
        }
    }

    @Test
    void anotherOldSizeIsAConflictThatNamesTheRightOne() {
        ask(request(0, 7));
        Witness.Decision decision = ask(request(5, 8));
        assertRefused(decision, 409, Refusal.Code.SIZE_CONFLICT);
        assertThat(decision)
                .asInstanceOf(type(Witness.Decision.Refused.class))
                .extracting(Witness.Decision.Refused::size)
                .isEqualTo(OptionalLong.of(7));
    }

    /// The race that the specification spells out: a late smaller request after a larger one.
    @Test
    void aLateRequestCannotRollTheRecordBack() {
        ask(request(0, 5));
        String small = request(5, 7);
        ask(request(5, 20));
        assertRefused(ask(small), 409, Refusal.Code.SIZE_CONFLICT);
        assertThat(recorded).map(Checkpoint::size).contains(20L);
    }

    @Test
    void anOldSizeAboveTheNewIsRefused() {
        ask(request(0, 8));
        assertRefused(ask(request(8, 7)), 400, Refusal.Code.OUT_OF_RANGE);
    }

    @Test
    void anotherRootOfTheSameSizeIsAConflict() {
        ask(request(0, 8));
        Checkpoint other = new Checkpoint(Keys.LOG.verifier().name(), 8, TreeHasher.EMPTY);
        SignedNote note = SignedNote.of(other.text(), Keys.LOG.at(0));
        Witness.Decision decision = ask(request(8, List.of(), note));
        assertRefused(decision, 422, Refusal.Code.ROOT_CONFLICT);
        assertThat(decision)
                .asInstanceOf(type(Witness.Decision.Refused.class))
                .extracting(Witness.Decision.Refused::size)
                .isEqualTo(OptionalLong.empty());
        assertThat(recorded).contains(LOG.checkpoint(8));
    }

    @Test
    void aLargerLogOfAnotherHistoryIsRefused() {
        ask(request(0, 8));
        Checkpoint larger = new Checkpoint(Keys.LOG.verifier().name(), 20, TreeHasher.EMPTY);
        SignedNote largerNote = SignedNote.of(larger.text(), Keys.LOG.at(0));
        List<Hash> proof = LOG.proofs().consistency(8, 20);
        assertRefused(ask(request(8, proof, largerNote)), 422, Refusal.Code.PROOF_WRONG);
        assertThat(recorded).map(Checkpoint::size).contains(8L);
    }

    @Test
    void fromSizeZeroNoProofIsTaken() {
        SignedNote note = SignedNote.of(LOG.checkpoint(8).text(), Keys.LOG.at(0));
        assertRefused(
                ask(request(0, List.of(TreeHasher.EMPTY), note)), 422, Refusal.Code.PROOF_LENGTH);
    }

    @Test
    void anEmptyLogHasTheEmptyRoot() {
        Checkpoint other = new Checkpoint(Keys.LOG.verifier().name(), 0, LOG.checkpoint(1).root());
        SignedNote note = SignedNote.of(other.text(), Keys.LOG.at(0));
        assertRefused(ask(request(0, List.of(), note)), 422, Refusal.Code.ROOT_CONFLICT);
    }

    @Test
    void anUnknownLogIsRefused() {
        String request = request(0, 8).replace("ledger.example/log\n8", "other.example/log\n8");
        assertRefused(ask(request), 404, Refusal.Code.ORIGIN_UNKNOWN);
    }

    @Test
    void aCheckpointThatTheLogDidNotSignIsRefused() {
        String text = LOG.checkpoint(8).text();
        SignedNote note = SignedNote.of(text, Keys.AUDIT.at(Keys.NOW_S));
        assertRefused(ask(request(0, List.of(), note)), 403, Refusal.Code.SIGNATURE_MISSING);
        String changed = request(0, 8).replace("\n8\n", "\n9\n");
        assertRefused(ask(changed), 403, Refusal.Code.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "'old 0\n', 'old 00\n'",
        "'old 0\n', 'old -1\n'",
        "'old 0\n', 'old 0 \n'",
        "'old 0\n', 'new 0\n'",
        "'old 0\n', ''",
        "'old 0\n', 'old 0\nAAAA\n'",
        "'\n\n', '\n'",
        "'— ', '- '"
    })
    void otherSpellingsAreRefused(String right, String wrong) {
        Witness.Decision decision = ask(request(0, 8).replace(right, wrong));
        assertThat(decision)
                .asInstanceOf(type(Witness.Decision.Refused.class))
                .extracting(Witness.Decision.Refused::status)
                .isEqualTo(400);
    }

    @Test
    void moreThan63HashesAreRefused() {
        List<Hash> many = Collections.nCopies(64, TreeHasher.EMPTY);
        SignedNote note = SignedNote.of(LOG.checkpoint(8).text(), Keys.LOG.at(0));
        assertRefused(ask(request(1, many, note)), 400, Refusal.Code.REQUEST_MALFORMED);
    }
}
