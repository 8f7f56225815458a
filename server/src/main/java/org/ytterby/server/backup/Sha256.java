package org.ytterby.server.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest of the files of a backup.
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
