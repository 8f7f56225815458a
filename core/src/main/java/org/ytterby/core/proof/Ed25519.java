package org.ytterby.core.proof;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.jspecify.annotations.Nullable;

/// Ed25519 (RFC 8032, section 5.1), with the checks that make a signature the only one of its kind:
/// exactly 64 bytes, the second half below the order of the base point, neither key nor commitment
/// of small order, the key encoded in the one canonical way.
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    /// The point that a public key stands for.
    ///
    /// @return null if the bytes are not the one encoding of a point, or the point's order is small
    static @Nullable PublicPoint publicPoint(byte[] key) {
        return key.length == KEY_BYTES
                ? org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartialExport(key, 0)
                : null;
    }

    /// The public key of a private one.
    ///
    /// @param seed 32 bytes
    static byte[] publicKey(byte[] seed) {
        byte[] key = new byte[KEY_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    static boolean isSigned(PublicPoint key, byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, key, message, 0, message.length);
    }

    /// @param seed 32 bytes
    static byte[] sign(byte[] seed, byte[] message) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
