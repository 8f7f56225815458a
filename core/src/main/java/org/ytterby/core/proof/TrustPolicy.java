package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whose word is taken for a log: its key, and how many of which witnesses.
///
/// @param log a key whose name is the log's origin
/// @param witnesses distinct cosigners
/// @param quorum how many of them must have cosigned, `0 <= quorum <=` their number
public record TrustPolicy(VerifierKey log, List<VerifierKey> witnesses, int quorum) {
    /// @throws IllegalArgumentException if keys are of the wrong kind or listed twice, or the
    ///   quorum is out of bounds
    public TrustPolicy {
        witnesses = List.copyOf(witnesses);
        if (log.type() != KeyType.NOTE) {
            throw new IllegalArgumentException(
                    "a witness's key stands for the log's: %s / 日志密钥处给出了见证方密钥".formatted(log));
        }
        for (VerifierKey witness : witnesses) {
            if (witness.type() != KeyType.COSIGNATURE) {
                throw new IllegalArgumentException(
                        "not a witness's key: %s / 不是见证方密钥".formatted(witness));
            }
        }
        if (witnesses.stream().distinct().count() < witnesses.size()) {
            throw new IllegalArgumentException("a witness is given twice / 同一见证方给出了两次");
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "%d of %d witnesses cannot be asked for / 无法要求 %1$d 个见证（共 %2$d 个见证方）"
                            .formatted(quorum, witnesses.size()));
        }
    }

    /// A checkpoint that the log signed and enough witnesses cosigned.
    ///
    /// @param cosignatures of known witnesses, the newest of each
    public record Trusted(SignedNote note, Checkpoint checkpoint, List<Cosignature> cosignatures) {
        public Trusted {
            cosignatures = List.copyOf(cosignatures);
        }
    }

    /// Believes a checkpoint, or does not.
    ///
    /// @throws ProofRefused if any signature of a known key is wrong, the log's is missing,
    ///   witnesses are too few, or the text is no checkpoint of this log
    public Trusted trusted(SignedNote note) {
        List<NoteSignature> signatures =
                note.openedWith(Stream.concat(Stream.of(log), witnesses.stream()).toList());
        if (signatures.stream().noneMatch(signature -> signature.isOf(log))) {
            throw note.unsigned();
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(log.name())) {
            throw new ProofRefused(
                    Refusal.Code.ORIGIN_UNKNOWN,
                    "the checkpoint is of log %s, the key of %s"
                            .formatted(Strict.brief(checkpoint.origin()), Strict.brief(log.name())),
                    "检查点属于日志 %s，而密钥属于 %s"
                            .formatted(
                                    Strict.brief(checkpoint.origin()), Strict.brief(log.name())));
        }
        List<Cosignature> cosignatures = cosignatures(signatures);
        if (cosignatures.size() < quorum) {
            throw new ProofRefused(
                    Refusal.Code.COSIGNATURE_MISSING,
                    "%d of the trusted witnesses cosigned, %d are asked for"
                            .formatted(cosignatures.size(), quorum),
                    "受信任的见证方中有 %d 个会签，要求 %d 个".formatted(cosignatures.size(), quorum));
        }
        return new Trusted(note, checkpoint, cosignatures);
    }

    private List<Cosignature> cosignatures(List<NoteSignature> signatures) {
        List<Cosignature> found = new ArrayList<>();
        for (VerifierKey witness : witnesses) {
            signatures.stream()
                    .filter(signature -> signature.isOf(witness))
                    .mapToLong(signature -> Cosignature.timeS(signature.signature()))
                    .max()
                    .ifPresent(timeS -> found.add(new Cosignature(witness.name(), timeS)));
        }
        return found;
    }
}
