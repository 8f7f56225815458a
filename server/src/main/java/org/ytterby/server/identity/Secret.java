package org.ytterby.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Secrets that are drawn here, and the hashes by which they are known again.
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STRONG_BYTES = 32;
    private static final int SHORT_BYTES = 12;
    private static final int LEGIBLE_BYTES = 15;

    private Secret() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// 256 random bits: cannot be guessed, so that a plain hash of it may be kept.
    static String strong() {
        return text(STRONG_BYTES);
    }

    /// 96 random bits, for somebody to copy once.
    static String brief() {
        return text(SHORT_BYTES);
    }

    /// 120 random bits in groups of letters and digits, for somebody to write down.
    public static String legible() {
        return String.join("-", Totp.base32(bytes(LEGIBLE_BYTES)).split("(?<=\\G.{6})(?!$)", -1));
    }

    private static String text(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    /// What is kept of a secret that cannot be guessed.
    public static byte[] sha256(String secret) {
        return digest().digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256, of whatever is yet to come.
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
