package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The slow obvious twin: RFC 6962, sections 2.1 to 2.1.2, read aloud over lists of entries.
final class ReferenceTree {
    private ReferenceTree() {}

    /// Entries `0`, `1`, `2` … in decimal digits.
    static List<byte[]> entries(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// MTH of RFC 6962.
    static Hash root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return Hash.of(TreeHasher.sha256().digest());
        }
        if (n == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int k = split(n);
        return node(root(entries.subList(0, k)), root(entries.subList(k, n)));
    }

    /// PATH of RFC 6962.
    static List<Hash> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? plus(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
                : plus(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
    }

    /// PROOF of RFC 6962.
    static List<Hash> consistency(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> entries, boolean isWhole) {
        int n = entries.size();
        if (m == n) {
            return isWhole ? List.of() : List.of(root(entries));
        }
        int k = split(n);
        return m <= k
                ? plus(subproof(m, entries.subList(0, k), isWhole), root(entries.subList(k, n)))
                : plus(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
    }

    /// The largest power of two below n.
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static Hash node(Hash left, Hash right) {
        return sha256(new byte[] {1}, left.bytes(), right.bytes());
    }

    private static Hash sha256(byte[]... parts) {
        var digest = TreeHasher.sha256();
        Arrays.stream(parts).forEach(digest::update);
        return Hash.of(digest.digest());
    }

    private static List<Hash> plus(List<Hash> proof, Hash last) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(last);
        return longer;
    }

    /// The fast tree over the same entries.
    static MerkleTree tree(List<byte[]> entries) {
        MerkleTree tree = new MerkleTree();
        TreeHasher hasher = new TreeHasher();
        entries.forEach(entry -> tree.append(hasher.leaf(entry)));
        return tree;
    }
}
