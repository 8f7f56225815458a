package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignedNoteTest {
    private static final VerifierKey LOG = Keys.LOG.verifier();
    private static final SignedNote NOTE = SignedNote.of("a\n\nb\n", Keys.LOG.at(0));

    @TestFactory
    Stream<DynamicNode> everyPublishedNoteIsJudgedAsItShould() {
        return Vectors.cases(
                "merkle", "signed-note*.json", (name, file) -> dynamicContainer(name, notes(file)));
    }

    private static List<DynamicNode> notes(Path file) {
        JsonNode vectors = JsonMapper.shared().readTree(file.toFile());
        List<DynamicNode> tests = new ArrayList<>();
        JsonNode signing = vectors.get("signing");
        tests.add(dynamicTest("signing", () -> assertSigned(signing)));
        for (JsonNode key : vectors.get("badVkeys")) {
            tests.add(dynamicTest("bad key " + key.asString(), () -> assertBadKey(key.asString())));
        }
        for (JsonNode c : vectors.get("open")) {
            tests.add(dynamicTest(c.get("desc").asString(), () -> assertOpened(c)));
        }
        return tests;
    }

    private static void assertSigned(JsonNode c) {
        SigningKey key = SigningKey.parse(c.get("skey").asString());
        assertThat(key.verifier()).hasToString(c.get("vkey").asString());
        assertThat(key.secretText()).isEqualTo(c.get("skey").asString());
        assertThat(SignedNote.of(c.get("text").asString(), key.at(0)))
                .hasToString(c.get("want").asString());
    }

    private static void assertBadKey(String key) {
        var refused = catchThrowableOfType(ProofRefused.class, () -> VerifierKey.parse(key));
        assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.KEY_MALFORMED);
    }

    private static void assertOpened(JsonNode c) {
        List<VerifierKey> trusted = new ArrayList<>();
        c.get("trusted").forEach(key -> trusted.add(VerifierKey.parse(key.asString())));
        byte[] bytes =
                c.has("noteHex")
                        ? HexFormat.of().parseHex(c.get("noteHex").asString())
                        : c.get("note").asString().getBytes(StandardCharsets.UTF_8);
        switch (c.get("want").asString()) {
            case "verified" -> {
                List<String> verified = new ArrayList<>();
                c.get("verified").forEach(name -> verified.add(name.asString()));
                assertThat(SignedNote.parse(bytes).openedWith(trusted))
                        .extracting(NoteSignature::name)
                        .containsExactlyElementsOf(verified);
                assertThat(SignedNote.parse(bytes).toString().getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(bytes);
            }
            case "malformed" -> assertRefused(bytes, trusted, Refusal.Code.NOTE_MALFORMED);
            case "unverified" -> assertRefused(bytes, trusted, Refusal.Code.SIGNATURE_MISSING);
            case "invalid-signature" -> assertRefused(bytes, trusted, Refusal.Code.SIGNATURE_WRONG);
            default -> throw new AssertionError("no such answer: " + c.get("want"));
        }
    }

    private static void assertRefused(
            byte[] note, List<VerifierKey> trusted, Refusal.Code expected) {
        var refused =
                catchThrowableOfType(
                        ProofRefused.class, () -> SignedNote.parse(note).openedWith(trusted));
        assertThat(refused.refusal().code()).isEqualTo(expected);
    }

    @Test
    void aTextMayHoldEmptyLines() {
        SignedNote read = SignedNote.parse(NOTE.toString());
        assertThat(read).isEqualTo(NOTE);
        assertThat(read.openedWith(List.of(LOG))).hasSize(1);
    }

    @Test
    void sixteenSignaturesAndMoreAreRead() {
        List<NoteSignature> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new NoteSignature("k" + i, "AAAAAQE="));
        }
        SignedNote note = new SignedNote("a\n", many);
        assertThat(SignedNote.parse(note.toString())).isEqualTo(note);
    }

    @Test
    void aKeyOfTheSameNameAndAnotherIdIsUnknown() {
        VerifierKey namesake = new SigningKey(LOG.name(), KeyType.NOTE, Keys.seed(7)).verifier();
        assertRefused(
                NOTE.toString().getBytes(StandardCharsets.UTF_8),
                List.of(namesake),
                Refusal.Code.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n\n- k AAAAAQE=\n", // no em dash
                "a\n\n— k\u00a0k AAAAAQE=\n", // a space of another kind
                "a\n\n— k+k AAAAAQE=\n",
                "a\n\n—  AAAAAQE=\n",
                "a\n\n— k AAAAAQE\n", // no padding
                "a\n\n— k AAAAAQF=\n", // stray bits
                "a\n\n— k AAAAAQ==\n", // an id alone
                "a\n\n— k AAAAAQE= \n",
                "a\n\n— k\n",
                "a\n\n— k AAAAAQE=\r\n",
                "a\n— k AAAAAQE=\n",
                "\n"
            })
    void otherSpellingsAreRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused ->
                                assertThat(refused.refusal().code())
                                        .isEqualTo(Refusal.Code.NOTE_MALFORMED));
    }

    @Test
    void keysAreReadAsTheyAreWritten() {
        for (SigningKey key : List.of(Keys.LOG, Keys.CUSTOMS)) {
            assertThat(SigningKey.parse(key.secretText()).secretText()).isEqualTo(key.secretText());
            assertThat(VerifierKey.parse(key.verifier().toString())).isEqualTo(key.verifier());
            assertThat(key.toString()).doesNotContain(key.secretText().substring(40));
        }
    }

    @Test
    void aBrokenSigningKeyIsRefusedWithoutBeingQuoted() {
        String secret = Keys.LOG.secretText();
        for (int at = 0; at < secret.length(); at++) {
            StringBuilder broken = new StringBuilder(secret);
            broken.setCharAt(at, broken.charAt(at) == 'x' ? 'y' : 'x');
            assertThatThrownBy(() -> SigningKey.parse(broken.toString()))
                    .isInstanceOf(ProofRefused.class)
                    .hasMessageNotContaining(secret.substring(secret.length() - 20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b", "a+00000000+", "a+00000000+AQ==", "a+zz+AQAA", "++"})
    void brokenVerifierKeysAreRefused(String key) {
        assertBadKey(key);
    }

    @Test
    void aCosignatureHoldsForItsTimeOnly() {
        SignedNote note = SignedNote.of("a\n1\n", Keys.CUSTOMS.at(Keys.NOW_S));
        NoteSignature line = note.signatures().getFirst();
        VerifierKey key = Keys.CUSTOMS.verifier();
        assertThat(note.openedWith(List.of(key))).containsExactly(line);
        assertThat(Cosignature.timeS(line.signature())).isEqualTo(Keys.NOW_S);
        byte[] later = line.signature();
        later[7]++;
        assertThat(key.isSigned(note.text(), later)).isFalse();
        byte[] before1970 = line.signature();
        before1970[0] |= (byte) 0x80;
        assertThat(key.isSigned(note.text(), before1970)).isFalse();
        assertThat(key.isSigned(note.text(), new byte[0])).isFalse();
    }
}
