package org.ytterby.core.proof;

/// Signs notes with one key.
public interface Signer {
    String name();

    int keyId();

    /// @return the signature without the id
    byte[] sign(String text);
}
