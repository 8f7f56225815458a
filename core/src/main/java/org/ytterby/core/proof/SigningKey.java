package org.ytterby.core.proof;

import java.util.Arrays;
import java.util.HexFormat;

/// A private key with its owner's name, written `PRIVATE+KEY+name+id+base64(type ‖ seed)`.
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final Refusal.Code MALFORMED = Refusal.Code.KEY_MALFORMED;

    private final KeyType type;
    private final byte[] seed;
    private final VerifierKey verifier;

    /// @param seed 32 bytes from a source of secrets
    /// @throws ProofRefused if the name cannot stand in a note, or there are not 32 bytes
    public SigningKey(String name, KeyType type, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw new ProofRefused(
                    MALFORMED,
                    "an Ed25519 seed has 32 bytes, not " + seed.length,
                    "Ed25519 种子应为 32 字节，实为 " + seed.length + " 字节");
        }
        this.type = type;
        this.seed = seed.clone();
        verifier = new VerifierKey(name, type, Ed25519.publicKey(seed));
    }

    /// @throws ProofRefused with code `KEY_MALFORMED`; the message does not quote the text
    public static SigningKey parse(String text) {
        String[] parts =
                text.startsWith(PREFIX)
                        ? text.substring(PREFIX.length()).split("\\+", 3)
                        : new String[0];
        byte[] typed = parts.length == 3 ? secret(parts[2]) : new byte[0];
        if (typed.length == 0) {
            throw unreadable();
        }
        SigningKey key =
                new SigningKey(
                        parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.secretText().equals(text)) {
            throw new ProofRefused(MALFORMED, "the signing key does not fit its id", "签名密钥与其编号不符");
        }
        return key;
    }

    private static byte[] secret(String base64) {
        try {
            return Strict.base64(base64, MALFORMED);
        } catch (ProofRefused e) {
            throw unreadable(); // its message would quote the secret
        }
    }

    private static ProofRefused unreadable() {
        return new ProofRefused(
                MALFORMED,
                "no signing key (PRIVATE+KEY+name+id+base64)",
                "不是签名密钥（PRIVATE+KEY+name+id+base64）");
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /// The key as it is written; to be kept secret.
    public String secretText() {
        byte[] typed = new byte[1 + seed.length];
        typed[0] = type.code();
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX
                + verifier.name()
                + "+"
                + HexFormat.of().toHexDigits(verifier.keyId())
                + "+"
                + Strict.base64(typed);
    }

    /// Signs as what the key is for.
    ///
    /// @param timeS seconds since 1970, `>= 0`; said in cosignatures, ignored by a log's key
    public Signer at(long timeS) {
        if (timeS < 0) {
            throw new IllegalArgumentException("time in seconds since 1970: " + timeS);
        }
        return new Signer() {
            @Override
            public String name() {
                return verifier.name();
            }

            @Override
            public int keyId() {
                return verifier.keyId();
            }

            @Override
            public byte[] sign(String text) {
                byte[] signature = Ed25519.sign(seed, type.message(text, timeS));
                return switch (type) {
                    case NOTE -> signature;
                    case COSIGNATURE -> Cosignature.withTime(timeS, signature);
                };
            }
        };
    }

    /// The public half only.
    @Override
    public String toString() {
        return "signing key of " + verifier;
    }
}
