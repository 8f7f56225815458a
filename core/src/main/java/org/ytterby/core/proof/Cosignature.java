package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;

/// A witness's statement that it saw a checkpoint extend what it saw before, at a time (C2SP
/// tlog-cosignature, Ed25519): eight bytes of time, then the signature.
///
/// @param witness name of its key
/// @param timeS seconds since 1970
public record Cosignature(String witness, long timeS) {
    /// The time in a signature, negative where there is none.
    static long timeS(byte[] signature) {
        if (signature.length < Long.BYTES) {
            return -1;
        }
        return BigEndian.longAt(signature, 0);
    }

    /// A signature that begins with its time.
    static byte[] withTime(long timeS, byte[] signature) {
        byte[] timed = new byte[Long.BYTES + signature.length];
        BigEndian.put(timed, 0, timeS);
        System.arraycopy(signature, 0, timed, Long.BYTES, signature.length);
        return timed;
    }

    /// SHA-256 of a log's origin in hexadecimal digits: where witnesses keep its newest checkpoint.
    public static String originHash(String origin) {
        byte[] bytes = origin.getBytes(StandardCharsets.UTF_8);
        return Hash.of(TreeHasher.sha256().digest(bytes)).toString();
    }
}
