package org.ytterby.core.proof;

import java.util.Arrays;

/// What one leaf of the log stands for: the canonical bytes of a record, behind a secret salt.
///
/// The leaf is the hash over `version ‖ length of the salt ‖ salt ‖ content`. Without the salt
/// nobody can guess a record from its hash, so the hashes of the log may be public while its
/// entries are not; whoever destroys salt and content has made them unknowable, and the log stays
/// whole. Canonical means: the same record always gives the same bytes; the ledger uses JSON after
/// RFC 8785.
public final class SaltedEntry {
    public static final int SALT_BYTES_MIN = 16;
    public static final int SALT_BYTES_MAX = 64;

    /// An entry bundle counts an entry's bytes in 16 bits.
    public static final int BYTES_MAX = 0xffff;

    private static final byte VERSION = 1;
    private static final int HEAD = 2;

    private final byte[] bytes;

    private SaltedEntry(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param salt 16 to 64 bytes from a source of secrets, for this entry alone
    /// @throws IllegalArgumentException if the salt's length is out of bounds, or all of it is
    ///   longer than 65,535 bytes
    public static SaltedEntry of(byte[] salt, byte[] content) {
        int length = HEAD + salt.length + content.length;
        if (salt.length < SALT_BYTES_MIN || salt.length > SALT_BYTES_MAX || length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a salt of %d bytes (16 to 64) and an entry of %d (at most 65535)"
                            .formatted(salt.length, length));
        }
        byte[] bytes = new byte[length];
        bytes[0] = VERSION;
        bytes[1] = (byte) salt.length;
        System.arraycopy(salt, 0, bytes, HEAD, salt.length);
        System.arraycopy(content, 0, bytes, HEAD + salt.length, content.length);
        return new SaltedEntry(bytes);
    }

    /// @throws ProofRefused with code `ENTRY_MALFORMED`
    public static SaltedEntry parse(byte[] bytes) {
        boolean isEntry =
                bytes.length >= HEAD
                        && bytes.length <= BYTES_MAX
                        && bytes[0] == VERSION
                        && bytes[1] >= SALT_BYTES_MIN
                        && bytes[1] <= SALT_BYTES_MAX
                        && bytes.length >= HEAD + bytes[1];
        if (!isEntry) {
            throw new ProofRefused(
                    Refusal.Code.ENTRY_MALFORMED,
                    "no salted entry (version 1, salt of 16 to 64 bytes)",
                    "不是加盐条目（版本 1，盐 16 至 64 字节）");
        }
        return new SaltedEntry(bytes.clone());
    }

    public byte[] salt() {
        return Arrays.copyOfRange(bytes, HEAD, HEAD + bytes[1]);
    }

    public byte[] content() {
        return Arrays.copyOfRange(bytes, HEAD + bytes[1], bytes.length);
    }

    /// What is hashed.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SaltedEntry that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// How long it is; neither salt nor content, which may be secret.
    @Override
    public String toString() {
        return "salted entry of " + bytes.length + " bytes";
    }
}
