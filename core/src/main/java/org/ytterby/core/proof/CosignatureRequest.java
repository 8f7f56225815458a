package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// What a log asks of a witness: to cosign a checkpoint, with the proof that it extends the one
/// that the witness cosigned last (C2SP tlog-witness, `add-checkpoint`).
///
/// @param oldSize size that the witness cosigned last, 0 if none
/// @param proof of consistency between the two; empty from size 0
/// @param note the checkpoint, signed by its log
public record CosignatureRequest(long oldSize, List<Hash> proof, SignedNote note) {
    private static final String OLD = "old ";
    private static final int PROOF_LINES_MAX = 63;
    private static final Refusal.Code MALFORMED = Refusal.Code.REQUEST_MALFORMED;

    /// Longest request that is read: 63 hashes and a checkpoint with a hundred signatures.
    public static final int BYTES_MAX = 1 << 20;

    /// @throws ProofRefused if there are more than 63 hashes
    public CosignatureRequest {
        proof = List.copyOf(proof);
        if (proof.size() > PROOF_LINES_MAX) {
            throw new ProofRefused(MALFORMED, "more than 63 proof lines", "证明超过 63 行");
        }
    }

    /// The request to a witness that cosigned a size last.
    ///
    /// @param oldSize `<=` size of the checkpoint
    /// @param proofs of the log's tree
    public static CosignatureRequest of(long oldSize, SignedNote note, ProofMaker proofs) {
        long size = Checkpoint.parse(note.text()).size();
        return new CosignatureRequest(
                oldSize, oldSize == 0 ? List.of() : proofs.consistency(oldSize, size), note);
    }

    /// @throws ProofRefused if it has no such form
    static CosignatureRequest parse(byte[] body) {
        String text = Strict.utf8(body, MALFORMED);
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !text.startsWith(OLD)) {
            throw new ProofRefused(
                    MALFORMED,
                    "a request is «old SIZE», a proof, a blank line and a checkpoint",
                    "请求应为“old 大小”、证明、空行和检查点");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        return new CosignatureRequest(
                Strict.number(lines.getFirst().substring(OLD.length()), MALFORMED),
                lines.stream().skip(1).limit(PROOF_LINES_MAX + 1L).map(Hash::ofBase64).toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }

    /// The log that asks.
    String origin() {
        return note.text().substring(0, note.text().indexOf('\n'));
    }

    /// The cosignature in a witness's answer; those of other keys are passed over.
    ///
    /// @throws ProofRefused if there is none, it does not fit the checkpoint, or it tells no time
    public NoteSignature cosignature(byte[] answer, VerifierKey witness) {
        String lines = Strict.utf8(answer, Refusal.Code.NOTE_MALFORMED);
        NoteSignature found =
                SignedNote.parse(note.text() + "\n" + lines).openedWith(List.of(witness)).getLast();
        if (Cosignature.timeS(found.signature()) <= 0) {
            throw new ProofRefused(
                    Refusal.Code.SIGNATURE_WRONG,
                    "the cosignature of %s tells no time".formatted(witness.name()),
                    "%s 的会签没有时间".formatted(witness.name()));
        }
        return found;
    }

    /// The body of the request.
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The text of the request.
    @Override
    public String toString() {
        return proof.stream()
                .map(hash -> hash.base64() + "\n")
                .collect(Collectors.joining("", OLD + oldSize + "\n", "\n" + note));
    }
}
