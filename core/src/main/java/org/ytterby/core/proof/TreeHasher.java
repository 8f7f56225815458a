package org.ytterby.core.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of an RFC 6962 tree (section 2.1): a leaf is SHA-256(0x00 ‖ entry), a node is
/// SHA-256(0x01 ‖ left ‖ right).
///
/// Not safe for use by several threads at once.
public final class TreeHasher {
    /// The root of the tree without leaves, SHA-256 of nothing.
    public static final Hash EMPTY = Hash.at(sha256().digest(), 0);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    private final byte[] node = new byte[1 + 2 * Hash.BYTES];

    public TreeHasher() {
        node[0] = NODE;
    }

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without " + algorithm, e);
        }
    }

    public Hash leaf(byte[] entry) {
        digest.update(LEAF);
        return Hash.at(digest.digest(entry), 0);
    }

    public Hash node(Hash left, Hash right) {
        left.write(node, 1);
        right.write(node, 1 + Hash.BYTES);
        return Hash.at(digest.digest(node), 0);
    }
}
