package org.ytterby.server.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.RequestSignature;
import org.ytterby.core.proof.SenderKey;

/// Whether what senders signed is what the ledger holds in their name: their signature is genuine,
/// it covers the key of the submission, and what was declared has the digest that they signed.
///
/// Takes the entries in their order. Not safe for use by several threads at once.
final class SignedVerdicts {
    /// Where single declarations are handed in; signed ones in canonical JSON, so that their digest
    /// follows from the entries.
    static final String DECLARATIONS = "/api/v1/declarations";

    /// Where packages are handed in; the digest of a verdict is the file's.
    static final String PACKAGES = "/api/v1/packages";

    private final List<DeclaredRow> declared = new ArrayList<>();
    private @Nullable String digest;
    private int awaited;

    /// Takes the next entry.
    ///
    /// @return what is wrong, empty if nothing is
    Optional<String> add(Entry entry) {
        if (entry instanceof Entry.Verdict verdict) {
            declared.clear();
            digest = null;
            Attestation attestation = verdict.sender().attestation();
            return attestation == null ? Optional.empty() : begin(verdict, attestation);
        }
        if (digest != null && entry instanceof Entry.Declared(DeclaredRow row)) {
            declared.add(row);
            if (declared.size() == awaited && !digest.equals(digest(declared))) {
                return Optional.of("is not what its sender signed");
            }
        }
        return Optional.empty();
    }

    private Optional<String> begin(Entry.Verdict verdict, Attestation attestation) {
        if (!isGenuine(attestation)) {
            return Optional.of("bears a signature that does not fit");
        }
        String key = RequestSignature.signed(attestation.signed(), "idempotency-key");
        if (key != null && !verdict.key().equals(key) && !verdict.key().startsWith(key + "/")) {
            return Optional.of("bears a signature under another key");
        }
        String path = RequestSignature.signed(attestation.signed(), "@path");
        String signedDigest = RequestSignature.signed(attestation.signed(), "content-digest");
        if (DECLARATIONS.equals(path)) {
            digest = signedDigest;
            awaited = verdict.entries();
        }
        return PACKAGES.equals(path)
                        && !RequestSignature.contentDigest(
                                        HexFormat.of().parseHex(verdict.digest()))
                                .equals(signedDigest)
                ? Optional.of("bears a signature under another package")
                : Optional.empty();
    }

    private static boolean isGenuine(Attestation attestation) {
        try {
            return SenderKey.parse(attestation.key())
                    .isSigned(
                            attestation.signed().getBytes(StandardCharsets.US_ASCII),
                            Base64.getDecoder().decode(attestation.signature()));
        } catch (ProofRefused | IllegalArgumentException _) { // neither is what it should be
            return false;
        }
    }

    /// Whether rows are exactly what their sender signed, or the sender did not sign.
    static boolean isOf(Sender sender, List<DeclaredRow> rows) {
        Attestation attestation = sender.attestation();
        return attestation == null
                || digest(rows)
                        .equals(RequestSignature.signed(attestation.signed(), "content-digest"));
    }

    /// The field `Content-Digest` of a declaration in canonical JSON.
    ///
    /// @param rows of one table, at least one
    private static String digest(List<DeclaredRow> rows) {
        List<SortedMap<String, String>> cells = rows.stream().map(DeclaredRow::cells).toList();
        return RequestSignature.contentDigest(
                Submitter.sha256()
                        .digest(
                                new CanonicalJson()
                                        .with("table", rows.getFirst().table())
                                        .with("rows", cells)
                                        .bytes()));
    }
}
