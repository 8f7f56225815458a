package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.VerifierKey;

/// Reads keys as the command line gives them: a file, or for public keys the key itself.
final class KeyText {
    private final Language language;

    KeyText(Language language) {
        this.language = language;
    }

    /// @throws IllegalArgumentException if it is neither a key nor a file with one
    VerifierKey verifier(String given) {
        Path file = Path.of(given);
        try {
            return VerifierKey.parse(Files.isRegularFile(file) ? line(file) : given);
        } catch (ProofRefused refused) {
            throw unusable(given, refused);
        }
    }

    List<VerifierKey> verifiers(List<String> given) {
        return given.stream().map(this::verifier).toList();
    }

    /// @throws IllegalArgumentException if the file holds no signing key
    SigningKey signing(Path file) {
        try {
            return SigningKey.parse(line(file));
        } catch (ProofRefused refused) {
            throw unusable(file.toString(), refused);
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalArgumentException unusable(String given, ProofRefused refused) {
        return new IllegalArgumentException(
                language.pick("no usable key in %s: %s", "%s 中没有可用的密钥：%s")
                        .formatted(
                                given,
                                language.pick(refused.refusal().en(), refused.refusal().zh())),
                refused);
    }
}
