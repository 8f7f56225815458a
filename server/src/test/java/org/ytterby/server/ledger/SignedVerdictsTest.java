package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.server.SigningMachine;
import org.ytterby.server.SigningMachine.Asked;

/// What the audit of the ledger notices in entries that their senders signed.
class SignedVerdictsTest {
    private static final byte[] SALT = new byte[SaltedEntry.SALT_BYTES_MIN];
    private static final DeclaredRow ROW = row("as declared");

    private static final String DIGEST = "0".repeat(64);

    private SigningMachine machine;

    @BeforeEach
    void makeKeys() throws Exception {
        machine = new SigningMachine();
    }

    private static DeclaredRow row(String note) {
        return new DeclaredRow(
                "methods", new TreeMap<>(Map.of("method", note, "quantity", "mass")));
    }

    private Attestation signed(String note, String key) throws Exception {
        String json =
                "{\"rows\":[{\"method\":\"%s\",\"quantity\":\"mass\"}],\"table\":\"methods\"}"
                        .formatted(note);
        Asked asked = Asked.declaration(json, key, 1_760_000_000);
        return attestation(machine.fields(asked), asked);
    }

    private Attestation attestation(Map<String, String> fields, Asked asked) {
        String base =
                "\"@method\": POST\n\"@path\": %s\n\"content-digest\": %s\n\"idempotency-key\": %s\n\"@signature-params\": %s"
                        .formatted(
                                asked.path(),
                                fields.get("Content-Digest"),
                                asked.key(),
                                fields.getOrDefault("Signature-Input", "")
                                        .substring("sig=".length()));
        return new Attestation(
                machine.key(), base, Base64.getEncoder().encodeToString(machine.sign(base)));
    }

    private static List<String> wrong(Attestation attestation, String key, String digest) {
        Entry verdict =
                new Entry.Verdict(
                        new Sender("S", "client:s", Sender.Standing.OWN_FACILITIES, attestation),
                        key,
                        digest,
                        1,
                        1,
                        new Entry.Outcome.Accepted());
        LedgerReplay replay = new LedgerReplay();
        return Stream.of(verdict, new Entry.Declared(ROW))
                .flatMap(entry -> replay.add(SaltedEntry.of(SALT, EntryJson.bytes(entry))).stream())
                .toList();
    }

    @Test
    void whatWasSignedIsWhatIsThere() throws Exception {
        assertThat(wrong(signed("as declared", "key"), "key", DIGEST)).isEmpty();
    }

    @Test
    void aRowThatDiffersIsNamed() throws Exception {
        assertThat(wrong(signed("as signed", "key"), "key", DIGEST))
                .containsExactly("ledger.entry: position 1 is not what its sender signed");
    }

    @Test
    void aSignatureUnderAnotherKeyOfIdempotencyIsNamed() throws Exception {
        assertThat(wrong(signed("as declared", "other"), "key", DIGEST))
                .first()
                .isEqualTo("ledger.entry: position 0 bears a signature under another key");
    }

    @Test
    void aSignatureThatSomebodyElseMadeIsNamed() throws Exception {
        Attestation genuine = signed("as declared", "key");
        Attestation forged =
                new Attestation(new SigningMachine().key(), genuine.signed(), genuine.signature());
        assertThat(wrong(forged, "key", DIGEST))
                .first()
                .isEqualTo("ledger.entry: position 0 bears a signature that does not fit");
        Attestation noKey = new Attestation("A".repeat(43), genuine.signed(), genuine.signature());
        assertThat(wrong(noKey, "key", DIGEST)).first().asString().contains("does not fit");
    }

    @Test
    void aPackageHasTheDigestThatWasSigned() throws Exception {
        Asked asked =
                new Asked(
                        "\"@method\" \"@path\" \"content-digest\" \"idempotency-key\"",
                        SignedVerdicts.PACKAGES,
                        "application/zip",
                        "content".getBytes(StandardCharsets.UTF_8),
                        "key",
                        1_760_000_000);
        Attestation made = attestation(machine.fields(asked), asked);
        assertThat(wrong(made, "key/000001", Submitter.digest("content"))).isEmpty();
        assertThat(wrong(made, "key/000001", DIGEST))
                .first()
                .isEqualTo("ledger.entry: position 0 bears a signature under another package");
    }
}
