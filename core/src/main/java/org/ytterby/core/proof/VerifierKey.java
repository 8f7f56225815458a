package org.ytterby.core.proof;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.jspecify.annotations.Nullable;

/// A public key with its owner's name, written `name+id+base64(type ‖ key)`.
public final class VerifierKey implements Verifier {
    private static final Refusal.Code MALFORMED = Refusal.Code.KEY_MALFORMED;

    private final String name;
    private final KeyType type;
    private final int keyId;
    private final String text;
    private final PublicPoint key;

    /// @throws ProofRefused if the name cannot stand in a note, or the key is unfit
    VerifierKey(String name, KeyType type, byte[] publicKey) {
        if (!NoteSignature.isName(name)) {
            throw malformed("no key name: " + Strict.brief(name), "密钥名称无效：" + Strict.brief(name));
        }
        @Nullable PublicPoint point = Ed25519.publicPoint(publicKey);
        if (point == null) {
            throw malformed("no fit Ed25519 public key", "不是合格的 Ed25519 公钥");
        }
        this.name = name;
        this.type = type;
        key = point;
        keyId = type.keyId(name, publicKey);
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type.code();
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        text = name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + Strict.base64(typed);
    }

    /// @throws ProofRefused with code `KEY_MALFORMED`
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw malformed(
                    "no verifier key (name+id+base64): " + Strict.brief(text),
                    "不是验证密钥（name+id+base64）：" + Strict.brief(text));
        }
        byte[] typed = Strict.base64(parts[2], MALFORMED);
        if (typed.length == 0) {
            throw malformed("an empty key", "密钥为空");
        }
        VerifierKey key =
                new VerifierKey(
                        parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text.equals(text)) {
            throw malformed(
                    "the key's id is %s, not %s"
                            .formatted(
                                    HexFormat.of().toHexDigits(key.keyId), Strict.brief(parts[1])),
                    "密钥编号应为 %s，而非 %s"
                            .formatted(
                                    HexFormat.of().toHexDigits(key.keyId), Strict.brief(parts[1])));
        }
        return key;
    }

    private static ProofRefused malformed(String en, String zh) {
        return new ProofRefused(MALFORMED, en, zh);
    }

    @Override
    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    @Override
    public int keyId() {
        return keyId;
    }

    @Override
    public boolean isSigned(String signed, byte[] signature) {
        return switch (type) {
            case NOTE -> Ed25519.isSigned(key, type.message(signed, 0), signature);
            case COSIGNATURE -> {
                long timeS = Cosignature.timeS(signature);
                yield timeS >= 0
                        && Ed25519.isSigned(
                                key,
                                type.message(signed, timeS),
                                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The key as it is written.
    @Override
    public String toString() {
        return text;
    }
}
