package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A witness's decisions: it cosigns a checkpoint only if it extends the one it cosigned before
/// (C2SP tlog-witness, `add-checkpoint`).
///
/// Holds nothing itself. The caller looks the recorded checkpoint up, decides and records the new
/// one in one step that no other request can enter, and records before it answers; otherwise a late
/// request could roll the record back.
public final class Witness {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final SigningKey key;
    private final List<VerifierKey> logs;

    /// @param key one for cosignatures
    /// @param logs keys of the logs it serves, each named by its log's origin
    public Witness(SigningKey key, List<VerifierKey> logs) {
        this.key = key;
        this.logs = List.copyOf(logs);
        if (key.verifier().type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException(
                    "not a witness's key: %s / 不是见证方密钥".formatted(key.verifier()));
        }
        if (logs.stream().anyMatch(log -> log.type() != KeyType.NOTE)) {
            throw new IllegalArgumentException(
                    "not a log's key among %s / 其中有非日志密钥".formatted(logs));
        }
    }

    /// What it answers.
    public sealed interface Decision {
        /// Record the note, then answer with the line.
        ///
        /// @param note checkpoint with the log's signatures and the cosignature
        /// @param line the cosignature, ended by a line feed
        record Cosigned(Checkpoint checkpoint, SignedNote note, String line) implements Decision {}

        /// Record nothing.
        ///
        /// @param status of HTTP, as the protocol asks
        /// @param size the recorded size, where the request named another
        record Refused(int status, Refusal refusal, OptionalLong size) implements Decision {}
    }

    /// Stops a decision.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Decision.Refused decision;

        Stopped(int status, Refusal refusal, OptionalLong size) {
            super(refusal.en());
            decision = new Decision.Refused(status, refusal, size);
        }

        Stopped(int status, Refusal.Code code, String en, String zh) {
            this(status, new Refusal(code, en, zh), OptionalLong.empty());
        }
    }

    /// Answers one request.
    ///
    /// @param recorded the checkpoint that was cosigned last, by origin
    /// @param nowS seconds since 1970
    public Decision decide(
            byte[] body, Function<String, Optional<Checkpoint>> recorded, long nowS) {
        try {
            CosignatureRequest request = orStop(BAD_REQUEST, () -> CosignatureRequest.parse(body));
            List<VerifierKey> trusted =
                    logs.stream().filter(log -> log.name().equals(request.origin())).toList();
            if (trusted.isEmpty()) {
                throw new Stopped(
                        NOT_FOUND,
                        Refusal.Code.ORIGIN_UNKNOWN,
                        "this witness does not serve log " + Strict.brief(request.origin()),
                        "本见证方不服务于日志 " + Strict.brief(request.origin()));
            }
            List<NoteSignature> signatures =
                    orStop(FORBIDDEN, () -> request.note().openedWith(trusted));
            Checkpoint checkpoint =
                    orStop(BAD_REQUEST, () -> Checkpoint.parse(request.note().text()));
            requireExtension(request, checkpoint, recorded.apply(request.origin()));
            return cosigned(request.note().text(), checkpoint, signatures, nowS);
        } catch (Stopped stopped) {
            return stopped.decision;
        }
    }

    private Decision cosigned(
            String text, Checkpoint checkpoint, List<NoteSignature> signatures, long nowS) {
        NoteSignature cosignature = NoteSignature.of(key.at(nowS), text);
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(cosignature);
        return new Decision.Cosigned(checkpoint, new SignedNote(text, all), cosignature + "\n");
    }

    private static void requireExtension(
            CosignatureRequest request, Checkpoint checkpoint, Optional<Checkpoint> recorded) {
        long size = recorded.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() > checkpoint.size()) {
            throw new Stopped(
                    BAD_REQUEST,
                    Refusal.Code.OUT_OF_RANGE,
                    "the old size %d is above the new %d"
                            .formatted(request.oldSize(), checkpoint.size()),
                    "旧大小 %d 大于新大小 %d".formatted(request.oldSize(), checkpoint.size()));
        }
        if (request.oldSize() != size) {
            throw new Stopped(
                    CONFLICT,
                    new Refusal(
                            Refusal.Code.SIZE_CONFLICT,
                            "the recorded size is %d, not %d".formatted(size, request.oldSize()),
                            "已记录的大小为 %d，而非 %d".formatted(size, request.oldSize())),
                    OptionalLong.of(size));
        }
        if (size == checkpoint.size()) {
            requireSameRoot(checkpoint, recorded);
        }
        orStop(
                UNPROCESSABLE,
                () -> {
                    checkProof(request, checkpoint, recorded.map(Checkpoint::root));
                    return checkpoint;
                });
    }

    private static void requireSameRoot(Checkpoint checkpoint, Optional<Checkpoint> recorded) {
        Hash root = recorded.map(Checkpoint::root).orElse(TreeHasher.EMPTY);
        if (!checkpoint.root().equals(root)) {
            throw new Stopped(
                    UNPROCESSABLE,
                    Refusal.Code.ROOT_CONFLICT,
                    "the recorded root at size %d is %s, not %s"
                            .formatted(checkpoint.size(), root, checkpoint.root()),
                    "大小为 %d 时已记录的根为 %s，而非 %s"
                            .formatted(checkpoint.size(), root, checkpoint.root()));
        }
    }

    private static void checkProof(
            CosignatureRequest request, Checkpoint checkpoint, Optional<Hash> recordedRoot) {
        if (request.oldSize() > 0) {
            ProofCheck.consistency(
                    request.oldSize(),
                    checkpoint.size(),
                    request.proof(),
                    recordedRoot.orElseThrow(),
                    checkpoint.root());
            return;
        }
        if (!request.proof().isEmpty()) {
            throw new ProofRefused(
                    Refusal.Code.PROOF_LENGTH,
                    "from size 0 the proof must be empty",
                    "旧大小为 0 时证明应为空");
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take();
    }

    private static <T> T orStop(int status, Step<T> step) {
        try {
            return step.take();
        } catch (ProofRefused refused) {
            throw new Stopped(status, refused.refusal(), OptionalLong.empty());
        }
    }
}
