package org.ytterby.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes that change every 30 seconds (RFC 6238 over HMAC-SHA-1, six digits).
final class Totp {
    private static final long STEP_S = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /// How many steps a clock may be off.
    private static final int DRIFT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private Totp() {}

    /// The step that a code is of; empty if it is of none near now, or of one that was used.
    ///
    /// @param usedStep the last step that was used
    static OptionalLong stepOf(String code, byte[] secret, long nowS, long usedStep) {
        long now = nowS / STEP_S;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (step > usedStep
                    && MessageDigest.isEqual(
                            code(secret, step).getBytes(UTF_8), code.getBytes(UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /// The code of a step, with leading zeros.
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return ("%0" + DIGITS + "d").formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1", e);
        }
    }

    /// A secret as apps read it (RFC 4648), without padding.
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int left = 0;
        for (byte b : secret) {
            bits = (bits << Byte.SIZE) | (b & 0xff);
            left += Byte.SIZE;
            while (left >= BASE32_BITS) {
                left -= BASE32_BITS;
                text.append(BASE32.charAt((bits >> left) & 0x1f));
            }
        }
        if (left > 0) {
            text.append(BASE32.charAt((bits << (BASE32_BITS - left)) & 0x1f));
        }
        return text.toString();
    }
}
