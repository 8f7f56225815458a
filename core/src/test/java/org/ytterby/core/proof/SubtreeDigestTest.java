package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every subtree of trees of up to 130 leaves against the digests that
/// draft-ietf-plants-merkle-tree-certs publishes (appendix "Subtree Test Vectors"): one line a
/// case, all lines hashed.
class SubtreeDigestTest {
    private static final int SIZE_MAX = 130;

    private final ProofMaker maker =
            new ProofMaker(
                    ReferenceTree.tree(
                            IntStream.range(0, SIZE_MAX)
                                    .mapToObj(i -> new byte[] {(byte) i})
                                    .toList()));
    private final MessageDigest digest = TreeHasher.sha256();

    @Test
    void roots() {
        for (int end = 0; end <= SIZE_MAX; end++) {
            for (int start = 0; start <= end; start++) {
                if (Subtrees.isSubtree(start, end)) {
                    add("[%d, %d) %s\n".formatted(start, end, maker.subtreeRoot(start, end)));
                }
            }
        }
        assertDigest("b82806ad4265bb151c1119c0f4db437bb4d1a1f887b3a7fba1cd4ebf552e3e81");
    }

    @Test
    void inclusionProofs() {
        for (int end = 0; end <= SIZE_MAX; end++) {
            for (int start = 0; start <= end; start++) {
                for (int i = start; Subtrees.isSubtree(start, end) && i < end; i++) {
                    List<Hash> proof = maker.subtreeInclusion(i, start, end);
                    add("%d [%d, %d)%s\n".formatted(i, start, end, hex(proof)));
                }
            }
        }
        assertDigest("ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f");
    }

    @Test
    void consistencyProofs() {
        for (int size = 0; size <= SIZE_MAX; size++) {
            for (int end = 0; end <= size; end++) {
                for (int start = 0; start <= end; start++) {
                    if (Subtrees.isSubtree(start, end)) {
                        List<Hash> proof = maker.subtreeConsistency(start, end, size);
                        add("[%d, %d) %d%s\n".formatted(start, end, size, hex(proof)));
                        ProofCheck.subtreeConsistency(
                                new ProofCheck.Range(start, end),
                                size,
                                proof,
                                maker.subtreeRoot(start, end),
                                maker.root(size));
                    }
                }
            }
        }
        assertDigest("10fa99b37bf9bf9ffa26b412fbd98bd75363256d0b75d61bc4538b9c9c5a0a74");
    }

    private static String hex(List<Hash> proof) {
        StringBuilder text = new StringBuilder();
        proof.forEach(hash -> text.append(' ').append(hash));
        return text.toString();
    }

    private void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    private void assertDigest(String published) {
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(published);
    }
}
