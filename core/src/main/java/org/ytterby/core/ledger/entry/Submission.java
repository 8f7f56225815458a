package org.ytterby.core.ledger.entry;

import java.util.HexFormat;

/// One request that counts once, however often it is sent.
///
/// @param key the sender's own id for it, 1 to [#KEY_LENGTH_MAX] visible ASCII characters; unique
///   within the organisation for ever
/// @param digest SHA-256 of the request as it was sent, in hexadecimal: the same key with another
///   digest is refused
public record Submission(Sender sender, String key, String digest, Command command) {
    public static final int KEY_LENGTH_MAX = 200;

    private static final int DIGEST_LENGTH = 64;

    /// @throws IllegalArgumentException if the key or the digest has another form
    public Submission {
        if (!isKey(key)) {
            throw new IllegalArgumentException("no key of a submission: " + key);
        }
        if (digest.length() != DIGEST_LENGTH || HexFormat.of().parseHex(digest).length == 0) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal: " + digest);
        }
    }

    /// Whether a text can be a sender's id for a request.
    public static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= KEY_LENGTH_MAX
                && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
