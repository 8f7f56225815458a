package org.ytterby.core.proof;

import java.util.Arrays;

/// One line under a note: who signed, and the key's id with the signature in base64.
public record NoteSignature(String name, String base64) {
    static final String MARK = "— ";
    private static final int ID_BYTES = 4;
    private static final char NEXT_LINE = '\u0085';

    /// @throws ProofRefused with code `NOTE_MALFORMED`
    public NoteSignature {
        if (!isName(name)) {
            throw malformed("no key name: " + Strict.brief(name), "密钥名称无效：" + Strict.brief(name));
        }
        if (Strict.base64(base64, Refusal.Code.NOTE_MALFORMED).length <= ID_BYTES) {
            throw malformed(
                    "a signature of %s is too short".formatted(Strict.brief(name)),
                    Strict.brief(name) + " 的签名过短");
        }
    }

    static NoteSignature of(Signer signer, String text) {
        byte[] signature = signer.sign(text);
        byte[] bytes = new byte[ID_BYTES + signature.length];
        BigEndian.put(bytes, 0, signer.keyId());
        System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
        return new NoteSignature(signer.name(), Strict.base64(bytes));
    }

    /// @param line without its line feed
    static NoteSignature parse(String line) {
        int space = line.indexOf(' ', MARK.length());
        if (!line.startsWith(MARK) || space < 0) {
            throw malformed(
                    "no signature line: " + Strict.brief(line), "不是签名行：" + Strict.brief(line));
        }
        return new NoteSignature(line.substring(MARK.length(), space), line.substring(space + 1));
    }

    private static ProofRefused malformed(String en, String zh) {
        return new ProofRefused(Refusal.Code.NOTE_MALFORMED, en, zh);
    }

    /// Whether a key may bear a name: not empty, no spaces of any script, no control characters, no
    /// plus.
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c ->
                                c == '+'
                                        || c == NEXT_LINE
                                        || Character.isSpaceChar(c)
                                        || Character.isWhitespace(c)
                                        || c < ' ');
    }

    boolean isOf(Verifier key) {
        return name.equals(key.name()) && keyId() == key.keyId();
    }

    int keyId() {
        return BigEndian.intAt(bytes(), 0);
    }

    /// The signature without the id.
    byte[] signature() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    }

    private byte[] bytes() {
        return Strict.base64(base64, Refusal.Code.NOTE_MALFORMED);
    }

    /// The line without its line feed.
    @Override
    public String toString() {
        return MARK + name + " " + base64;
    }
}
