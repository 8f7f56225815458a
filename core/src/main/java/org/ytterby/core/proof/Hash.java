package org.ytterby.core.proof;

import java.util.HexFormat;

/// A SHA-256 hash: its 32 bytes as four numbers, first byte first.
public record Hash(long first, long second, long third, long fourth) {
    public static final int BYTES = 32;

    /// The hash that stands at a place of an array.
    ///
    /// @throws IndexOutOfBoundsException if fewer than 32 bytes stand there
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(
                BigEndian.longAt(bytes, offset),
                BigEndian.longAt(bytes, offset + 8),
                BigEndian.longAt(bytes, offset + 16),
                BigEndian.longAt(bytes, offset + 24));
    }

    /// @throws ProofRefused unless there are exactly 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new ProofRefused(
                    Refusal.Code.HASH_MALFORMED,
                    "a hash has 32 bytes, not " + bytes.length,
                    "哈希应为 32 字节，实为 " + bytes.length + " 字节");
        }
        return at(bytes, 0);
    }

    /// @throws ProofRefused unless the text is the base64 of exactly 32 bytes
    public static Hash ofBase64(String text) {
        return of(Strict.base64(text, Refusal.Code.HASH_MALFORMED));
    }

    /// Puts the 32 bytes at a place of an array.
    void write(byte[] target, int offset) {
        BigEndian.put(target, offset, first);
        BigEndian.put(target, offset + 8, second);
        BigEndian.put(target, offset + 16, third);
        BigEndian.put(target, offset + 24, fourth);
    }

    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        write(bytes, 0);
        return bytes;
    }

    public String base64() {
        return Strict.base64(bytes());
    }

    /// 64 lower-case hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
