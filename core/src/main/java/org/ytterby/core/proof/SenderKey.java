package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.jspecify.annotations.Nullable;

/// The Ed25519 public key of somebody who signs what they send, written as the member `x` of its
/// JSON web key (RFC 8037): base64url of 32 bytes, without padding.
public final class SenderKey {
    private static final Refusal.Code MALFORMED = Refusal.Code.KEY_MALFORMED;

    private final String text;
    private final PublicPoint key;

    private SenderKey(String text, PublicPoint key) {
        this.text = text;
        this.key = key;
    }

    /// @throws ProofRefused with code `KEY_MALFORMED`
    public static SenderKey parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) { // told below, as one that is too short is
            bytes = new byte[0];
        }
        @Nullable PublicPoint key = Ed25519.publicPoint(bytes);
        if (key == null || !base64Url(bytes).equals(text)) {
            throw new ProofRefused(
                    MALFORMED,
                    "no Ed25519 public key (32 bytes in base64url): " + Strict.brief(text),
                    "不是 Ed25519 公钥（32 字节的 base64url）：" + Strict.brief(text));
        }
        return new SenderKey(text, key);
    }

    /// The key that goes with a private one.
    ///
    /// @param seed 32 bytes
    public static SenderKey of(byte[] seed) {
        return parse(base64Url(Ed25519.publicKey(seed)));
    }

    /// What the key is called by: its thumbprint (RFC 7638), in base64url.
    public String id() {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + text + "\"}";
        return base64Url(TreeHasher.sha256().digest(members.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether the key's owner signed exactly this.
    public boolean isSigned(byte[] message, byte[] signature) {
        return Ed25519.isSigned(key, message, signature);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
