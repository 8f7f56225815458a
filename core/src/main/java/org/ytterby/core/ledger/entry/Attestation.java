package org.ytterby.core.ledger.entry;

/// A sender's own signature under a request, kept so that nobody can deny what they sent.
///
/// @param key Ed25519 public key of the machine that sent it, in base64url
/// @param signed what was signed: the signature base of the request (RFC 9421), 1 to
///   [#SIGNED_LENGTH_MAX] printable ASCII characters and ends of lines
/// @param signature 64 bytes in standard base64
public record Attestation(String key, String signed, String signature) {
    public static final int SIGNED_LENGTH_MAX = 2_000;

    private static final int KEY_LENGTH = 43;
    private static final int SIGNATURE_LENGTH = 88;

    /// @throws IllegalArgumentException if one of them has another form
    public Attestation {
        if (key.length() != KEY_LENGTH
                || signature.length() != SIGNATURE_LENGTH
                || signed.isEmpty()
                || signed.length() > SIGNED_LENGTH_MAX
                || !signed.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f))) {
            throw new IllegalArgumentException("no signature under a request: " + signed);
        }
    }
}
