package org.ytterby.core.proof;

import java.util.Iterator;
import java.util.List;

/// Checks proofs. Each must have exactly the length that its numbers demand, and every number must
/// lie in its bounds.
///
/// RFC 9162, sections 2.1.3.2 and 2.1.4.2, generalised to subtrees as in
/// draft-ietf-plants-merkle-tree-certs, sections 4.3.2 and 4.4.3. Trees have at most 2⁶³ − 1
/// leaves.
public final class ProofCheck {
    private final TreeHasher hasher = new TreeHasher();

    private ProofCheck() {}

    /// The leaf stands at an index of a tree.
    ///
    /// @throws ProofRefused if not proven; code `OUT_OF_RANGE`, `PROOF_LENGTH` or `PROOF_WRONG`
    public static void inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            throw outOfRange(
                    "index %s is outside a tree of size %s", "索引 %s 超出大小为 %s 的树", index, size);
        }
        new ProofCheck().climb(index, size - 1, leaf, proof, root);
    }

    /// The same for the subtree over leaves from `start` to before `end`.
    ///
    /// @param index counted from the beginning of the tree
    public static void subtreeInclusion(
            long index, Range subtree, Hash leaf, List<Hash> proof, Hash root) {
        requireSubtree(subtree);
        if (index < subtree.start) {
            throw outOfRange(
                    "index %s is before the subtree from %s",
                    "索引 %s 在起点为 %s 的子树之前", index, subtree.start);
        }
        inclusion(index - subtree.start, subtree.end - subtree.start, leaf, proof, root);
    }

    /// The tree of `size1` leaves is the beginning of the tree of `size2`.
    ///
    /// A tree of size 0 is refused: it is the beginning of every tree and needs no proof.
    ///
    /// @throws ProofRefused if not proven; code `OUT_OF_RANGE`, `PROOF_LENGTH` or `PROOF_WRONG`
    public static void consistency(
            long size1, long size2, List<Hash> proof, Hash root1, Hash root2) {
        if (size1 <= 0 || size1 > size2) {
            throw outOfRange(
                    "no consistency proof leads from size %s to size %s",
                    "不存在从大小 %s 到大小 %s 的一致性证明", size1, size2);
        }
        subtreeConsistency(new Range(0, size1), size2, proof, root1, root2);
    }

    /// The subtree over leaves from `start` to before `end` is part of the tree of `size` leaves.
    ///
    /// @param part root of the subtree
    /// @param whole root of the tree
    public static void subtreeConsistency(
            Range subtree, long size, List<Hash> proof, Hash part, Hash whole) {
        requireSubtree(subtree);
        if (subtree.end > size) {
            throw outOfRange(
                    "the subtree ends at %s, beyond a tree of size %s",
                    "子树终点 %s 超出大小为 %s 的树", subtree.end, size);
        }
        if (subtree.start == subtree.end) {
            requireLength(proof.isEmpty());
            requireEqual(part, TreeHasher.EMPTY);
            return;
        }
        new ProofCheck().meet(subtree, size - 1, proof, part, whole);
    }

    /// Leaves from `start` to before `end`.
    public record Range(long start, long end) {}

    private void climb(long index, long last, Hash leaf, List<Hash> proof, Hash root) {
        Hash node = leaf;
        for (Hash sibling : proof) {
            requireLength(last > 0);
            if ((index & 1) == 1 || index == last) {
                node = hasher.node(sibling, node);
                int skipped = Long.numberOfTrailingZeros(index); // levels without a right sibling
                index >>= skipped;
                last >>= skipped;
            } else {
                node = hasher.node(node, sibling);
            }
            index >>= 1;
            last >>= 1;
        }
        requireLength(last == 0);
        requireEqual(node, root);
    }

    /// Climbs from the last perfect subtree inside the part, once to the part's root and once to
    /// the root of the whole.
    private void meet(Range subtree, long last, List<Hash> proof, Hash part, Hash whole) {
        long first = subtree.start;
        long end = subtree.end - 1;
        boolean sharesEnd = end == last;
        while (first != end && (sharesEnd || (end & 1) == 1)) {
            first >>= 1;
            end >>= 1;
            last >>= 1;
        }
        Iterator<Hash> hashes = proof.iterator();
        Hash inPart = part;
        if (first != end) {
            requireLength(hashes.hasNext());
            inPart = hashes.next();
        }
        Hash inWhole = inPart;
        while (hashes.hasNext()) {
            Hash hash = hashes.next();
            requireLength(last > 0);
            if ((end & 1) == 1 || end == last) {
                if (first < end) {
                    inPart = hasher.node(hash, inPart);
                }
                inWhole = hasher.node(hash, inWhole);
                int skipped = Long.numberOfTrailingZeros(end);
                first >>= skipped;
                end >>= skipped;
                last >>= skipped;
            } else {
                inWhole = hasher.node(inWhole, hash);
            }
            first >>= 1;
            end >>= 1;
            last >>= 1;
        }
        requireLength(last == 0);
        requireEqual(inPart, part);
        requireEqual(inWhole, whole);
    }

    private static void requireSubtree(Range range) {
        if (!Subtrees.isSubtree(range.start, range.end)) {
            throw outOfRange("[%s, %s) is no subtree", "[%s, %s) 不是子树", range.start, range.end);
        }
    }

    private static void requireLength(boolean fits) {
        if (!fits) {
            throw new ProofRefused(
                    Refusal.Code.PROOF_LENGTH,
                    "the proof is longer or shorter than index and size demand",
                    "证明长度与索引和大小不符");
        }
    }

    private static void requireEqual(Hash found, Hash wanted) {
        if (!found.equals(wanted)) {
            throw new ProofRefused(
                    Refusal.Code.PROOF_WRONG,
                    "the proof leads to root %s, not %s".formatted(found, wanted),
                    "证明得到的根为 %s，而非 %s".formatted(found, wanted));
        }
    }

    private static ProofRefused outOfRange(String en, String zh, long a, long b) {
        String first = Long.toUnsignedString(a);
        String second = Long.toUnsignedString(b);
        return new ProofRefused(
                Refusal.Code.OUT_OF_RANGE,
                en.formatted(first, second),
                zh.formatted(first, second));
    }
}
