package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.VerifierKey;

/// Reads keys as the command line gives them: a file, or for public keys the key itself.
final class KeyText {
    /// @throws Refused if it is neither a key nor a file with one
    VerifierKey verifier(String given) {
        try {
            return VerifierKey.parse(isFile(given) ? line(Path.of(given)) : given);
        } catch (ProofRefused refused) {
            throw unusable(given, refused);
        }
    }

    private static boolean isFile(String given) {
        try {
            return Files.isRegularFile(Path.of(given));
        } catch (InvalidPathException _) {
            return false; // no file has such a name
        }
    }

    List<VerifierKey> verifiers(List<String> given) {
        return given.stream().map(this::verifier).toList();
    }

    /// @throws Refused if the file holds no signing key
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

    private static Refused unusable(String given, ProofRefused refused) {
        return new Refused(
                "no usable key in %s: %s".formatted(given, refused.refusal().en()),
                "%s 中没有可用的密钥：%s".formatted(given, refused.refusal().zh()),
                refused);
    }
}
