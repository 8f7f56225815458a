package org.ytterby.core.proof;

/// Recognises one key's signatures under notes. A further suite, such as SM2 with SM3, is a further
/// implementation.
public interface Verifier {
    /// Name of the key's owner, such as `ledger.example/2026`.
    String name();

    /// The key's id; name and id together tell which key signed.
    int keyId();

    /// Whether the signature is this key's under a text.
    ///
    /// @param signature without the id
    boolean isSigned(String text, byte[] signature);
}
