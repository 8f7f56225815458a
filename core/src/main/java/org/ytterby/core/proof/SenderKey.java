package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/// The Ed25519 public key of somebody who signs what they send, written as the member `x` of its
/// JSON web key (RFC 8037): base64url of 32 bytes, without padding.
public final class SenderKey {
    private static final Refusal.Code MALFORMED = Refusal.Code.KEY_MALFORMED;

    private final String text;
    private final PublicKey key;

    private SenderKey(String text, byte[] bytes) {
        this.text = text;
        key = Ed25519.publicKey(bytes);
    }

    /// @throws ProofRefused with code `KEY_MALFORMED`
    public static SenderKey parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) { // told below, as one that is too short is
            bytes = new byte[0];
        }
        if (!base64Url(bytes).equals(text) || !isFit(bytes)) {
            throw new ProofRefused(
                    MALFORMED,
                    "no Ed25519 public key (32 bytes in base64url): " + Strict.brief(text),
                    "不是 Ed25519 公钥（32 字节的 base64url）：" + Strict.brief(text));
        }
        return new SenderKey(text, bytes);
    }

    private static boolean isFit(byte[] bytes) {
        return bytes.length == Ed25519.KEY_BYTES && Edwards25519.isFitKey(bytes);
    }

    /// The key that goes with a private one.
    ///
    /// @param seed 32 bytes
    public static SenderKey of(byte[] seed) {
        byte[] bytes = Edwards25519.publicKey(seed);
        return new SenderKey(base64Url(bytes), bytes);
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
