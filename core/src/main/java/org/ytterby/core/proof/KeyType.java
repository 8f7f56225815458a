package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;

/// What a key signs, by the type bytes of C2SP signed-note.
public enum KeyType {
    /// Ed25519 over the text of a note: a log's key.
    NOTE(1),
    /// Ed25519 over a time and a checkpoint (C2SP tlog-cosignature, version 1): a witness's key.
    COSIGNATURE(4);

    private final byte code;

    KeyType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static KeyType of(byte code) {
        for (KeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new ProofRefused(
                Refusal.Code.KEY_MALFORMED,
                "keys of type 0x%02x are not known here".formatted(code),
                "不支持类型为 0x%02x 的密钥".formatted(code));
    }

    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), as a number.
    int keyId(String name, byte[] publicKey) {
        var digest = TreeHasher.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(code);
        return BigEndian.intAt(digest.digest(publicKey), 0);
    }

    /// What is signed: the text itself, or the text under a header with a time.
    ///
    /// @param timeS seconds since 1970, for a cosignature only
    byte[] message(String text, long timeS) {
        String message =
                switch (this) {
                    case NOTE -> text;
                    case COSIGNATURE -> "cosignature/v1\ntime " + timeS + "\n" + text;
                };
        return message.getBytes(StandardCharsets.UTF_8);
    }
}
