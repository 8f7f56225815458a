package org.ytterby.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/// Ed25519 keys of machines that sign.
public final class MachineKeys {
    private static final String ED25519 = "Ed25519";
    private static final int KEY_BYTES = 32;

    private MachineKeys() {}

    public static KeyPair draw() {
        try {
            return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ED25519, e);
        }
    }

    /// The public key as machines are registered with it: the end of its X.509 form.
    public static String text(KeyPair keys) {
        byte[] x509 = keys.getPublic().getEncoded();
        return base64Url(Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length));
    }

    public static byte[] sign(KeyPair keys, String text) {
        try {
            Signature signer = Signature.getInstance(ED25519);
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ED25519, e);
        }
    }

    /// Claims as a signed token (RFC 7515).
    static String token(KeyPair keys, String claims) {
        String input =
                base64Url("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64Url(claims.getBytes(StandardCharsets.UTF_8));
        return input + "." + base64Url(sign(keys, input));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
