package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.testing.Property;

class ReceiptTest {
    private static final SmallLog LOG = new SmallLog(300);
    private static final Receipt RECEIPT = LOG.receipt(123, 300);
    private static final TrustPolicy BOTH =
            new TrustPolicy(
                    Keys.LOG.verifier(),
                    List.of(Keys.CUSTOMS.verifier(), Keys.AUDIT.verifier()),
                    2);

    @Test
    void aReceiptProvesItsEntry() {
        var verdict = Receipt.check(RECEIPT.bytes(), BOTH);
        assertThat(verdict)
                .asInstanceOf(type(Receipt.Verdict.Proven.class))
                .satisfies(proven -> {
                    assertThat(proven.receipt()).isEqualTo(RECEIPT);
                    assertThat(proven.trusted().checkpoint().size()).isEqualTo(300);
                    assertThat(proven.trusted().cosignatures())
                            .containsExactly(
                                    new Cosignature("customs.example/w1", Keys.NOW_S),
                                    new Cosignature("audit.example/w1", Keys.NOW_S + 2));
                    assertThat(
                                    new String(
                                            proven.receipt().entry().content(),
                                            StandardCharsets.UTF_8))
                            .contains("F00123");
                });
    }

    @Test
    void everyEntryOfEverySizeHasOne() {
        TrustPolicy logOnly = new TrustPolicy(Keys.LOG.verifier(), List.of(), 0);
        Property.forAll(
                60,
                random -> {
                    int size = random.nextInt(1, 301);
                    Receipt receipt = LOG.receipt(random.nextInt(size), size);
                    assertThat(Receipt.parse(receipt.bytes())).isEqualTo(receipt);
                    assertThat(Receipt.check(receipt.bytes(), logOnly))
                            .isInstanceOf(Receipt.Verdict.Proven.class);
                });
    }

    @Test
    void noByteCanBeChanged() {
        byte[] bytes = RECEIPT.bytes();
        for (int at = 0; at < bytes.length; at++) {
            for (int bit : new int[] {0, 3, 5, 7}) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                assertRefused(changed, "bit %d of byte %d".formatted(bit, at));
            }
        }
    }

    @Test
    void nothingCanBeAddedLeftOutOrMoved() {
        byte[] bytes = RECEIPT.bytes();
        Property.forAll(
                300,
                random -> {
                    int from = random.nextInt(bytes.length);
                    int to = random.nextInt(from, Math.min(bytes.length, from + 40));
                    byte[] changed = spliced(bytes, from, to, random);
                    if (!Arrays.equals(changed, bytes)) {
                        assertRefused(changed, "bytes %d to %d".formatted(from, to));
                    }
                });
    }

    private static byte[] spliced(byte[] bytes, int from, int to, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String middle = text.substring(from, to);
        String other =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> middle + middle;
                    default -> new StringBuilder(middle).reverse().toString();
                };
        return (text.substring(0, from) + other + text.substring(to))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(byte[] receipt, String what) {
        assertThat(Receipt.check(receipt, BOTH))
                .as(what)
                .isInstanceOf(Receipt.Verdict.Unproven.class);
    }

    /// A forgery and the reason that names it.
    private enum Forgery {
        NO_RECEIPT(Refusal.Code.RECEIPT_MALFORMED, text -> "hello\n"),
        OTHER_VERSION(Refusal.Code.RECEIPT_MALFORMED, text -> text.replace("@v1", "@v2")),
        NO_ENTRY(Refusal.Code.RECEIPT_MALFORMED, text -> text.replaceFirst("extra .*\n", "")),
        SHORT_SALT(
                Refusal.Code.ENTRY_MALFORMED,
                text -> text.replaceFirst("extra .*\n", "extra AQ8=\n")),
        OTHER_ENTRY(
                Refusal.Code.PROOF_WRONG,
                text ->
                        text.replaceFirst(
                                "extra .*\n",
                                "extra "
                                        + Strict.base64(LOG.receipt(7, 300).entry().bytes())
                                        + "\n")),
        OTHER_INDEX(Refusal.Code.PROOF_WRONG, text -> text.replace("index 123", "index 122")),
        INDEX_BEYOND_THE_LOG(
                Refusal.Code.OUT_OF_RANGE, text -> text.replace("index 123", "index 300")),
        INDEX_WITH_ZERO(
                Refusal.Code.RECEIPT_MALFORMED, text -> text.replace("index 123", "index 0123")),
        SHORTER_PROOF(
                Refusal.Code.PROOF_LENGTH,
                text -> text.replaceFirst("(index 123\n)[^\n]*\n", "$1")),
        OTHER_CHECKPOINT(Refusal.Code.SIGNATURE_WRONG, text -> text.replace("\n300\n", "\n301\n")),
        NO_LOG_SIGNATURE(
                Refusal.Code.SIGNATURE_MISSING,
                text -> text.replaceFirst("— ledger.example.*\n", "")),
        ONE_WITNESS(
                Refusal.Code.COSIGNATURE_MISSING,
                text -> text.replaceFirst("— audit.example.*\n", "")),
        WITNESS_FOR_ANOTHER(
                Refusal.Code.SIGNATURE_WRONG,
                text ->
                        text.replaceFirst(
                                "— audit.example.*\n",
                                "— audit.example"
                                        + LOG.signed(299)
                                                .toString()
                                                .split("— audit.example", -1)[1]));

        private final Refusal.Code reason;
        private final UnaryOperator<String> forge;

        Forgery(Refusal.Code reason, UnaryOperator<String> forge) {
            this.reason = reason;
            this.forge = forge;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReasonIsNamed(Forgery forgery) {
        byte[] forged = forgery.forge.apply(RECEIPT.toString()).getBytes(StandardCharsets.UTF_8);
        assertThat(Receipt.check(forged, BOTH))
                .asInstanceOf(type(Receipt.Verdict.Unproven.class))
                .satisfies(unproven -> {
                    assertThat(unproven.refusal().code()).isEqualTo(forgery.reason);
                    assertThat(unproven.refusal().en()).isNotBlank();
                    assertThat(unproven.refusal().zh()).isNotBlank();
                });
    }

    @Test
    void aCheckpointOfAnotherLogUnderTheSameKeyIsRefused() {
        String text = LOG.checkpoint(300).text().replace("/log\n", "/other\n");
        Receipt other =
                new Receipt(
                        RECEIPT.entry(), 123, RECEIPT.proof(), SignedNote.of(text, Keys.LOG.at(0)));
        assertThat(Receipt.check(other.bytes(), new TrustPolicy(Keys.LOG.verifier(), List.of(), 0)))
                .asInstanceOf(type(Receipt.Verdict.Unproven.class))
                .extracting(unproven -> unproven.refusal().code())
                .isEqualTo(Refusal.Code.ORIGIN_UNKNOWN);
    }
}
