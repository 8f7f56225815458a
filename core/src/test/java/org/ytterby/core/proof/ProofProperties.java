package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class ProofProperties {
    private static final int SIZE_MAX = 300;

    @Test
    void everyRootIsThatOfTheDefinition() {
        List<byte[]> entries = ReferenceTree.entries(SIZE_MAX);
        ProofMaker maker = new ProofMaker(ReferenceTree.tree(entries));
        Frontier frontier = new Frontier();
        TreeHasher hasher = new TreeHasher();
        for (int size = 0; size <= SIZE_MAX; size++) {
            Hash root = ReferenceTree.root(entries.subList(0, size));
            assertThat(frontier.root()).isEqualTo(root);
            assertThat(maker.root(size)).isEqualTo(root);
            if (size < SIZE_MAX) {
                frontier.append(hasher.leaf(entries.get(size)));
            }
        }
    }

    @Test
    void inclusionProofsAreThoseOfTheDefinitionAndHold() {
        Property.forAll(
                200,
                random -> {
                    int size = random.nextInt(1, SIZE_MAX);
                    int index = random.nextInt(size);
                    List<byte[]> entries = ReferenceTree.entries(size);
                    ProofMaker maker = new ProofMaker(ReferenceTree.tree(entries));
                    List<Hash> proof = maker.inclusion(index, size);
                    Hash leaf = new TreeHasher().leaf(entries.get(index));
                    assertThat(proof).isEqualTo(ReferenceTree.path(index, entries));
                    ProofCheck.inclusion(index, size, leaf, proof, maker.root(size));
                    for (List<Hash> wrong : spoiled(proof, random)) {
                        assertThatThrownBy(() ->
                                        ProofCheck.inclusion(
                                                index, size, leaf, wrong, maker.root(size)))
                                .isInstanceOf(ProofRefused.class);
                    }
                    int other = random.nextInt(size);
                    if (other != index) {
                        assertThatThrownBy(() ->
                                        ProofCheck.inclusion(
                                                other, size, leaf, proof, maker.root(size)))
                                .isInstanceOf(ProofRefused.class);
                    }
                });
    }

    @Test
    void consistencyProofsAreThoseOfTheDefinitionAndHold() {
        Property.forAll(
                200,
                random -> {
                    int size2 = random.nextInt(1, SIZE_MAX);
                    int size1 = random.nextInt(1, size2 + 1);
                    List<byte[]> entries = ReferenceTree.entries(size2);
                    ProofMaker maker = new ProofMaker(ReferenceTree.tree(entries));
                    List<Hash> proof = maker.consistency(size1, size2);
                    Hash root1 = maker.root(size1);
                    Hash root2 = maker.root(size2);
                    assertThat(proof).isEqualTo(ReferenceTree.consistency(size1, entries));
                    ProofCheck.consistency(size1, size2, proof, root1, root2);
                    for (List<Hash> wrong : spoiled(proof, random)) {
                        assertThatThrownBy(() ->
                                        ProofCheck.consistency(size1, size2, wrong, root1, root2))
                                .isInstanceOf(ProofRefused.class);
                    }
                    assertThatThrownBy(() ->
                                    ProofCheck.consistency(
                                            size1, size2, proof, root1, TreeHasher.EMPTY))
                            .isInstanceOf(ProofRefused.class);
                    assertThatThrownBy(() ->
                                    ProofCheck.consistency(
                                            size1, size2, proof, TreeHasher.EMPTY, root2))
                            .isInstanceOf(ProofRefused.class);
                });
    }

    @Test
    void tilesGiveTheSameProofsAsTheTree() {
        Property.forAll(
                8,
                random -> {
                    int size = random.nextInt(1, 70_000);
                    List<byte[]> entries = ReferenceTree.entries(size);
                    MerkleTree tree = ReferenceTree.tree(entries);
                    ProofMaker maker = new ProofMaker(tree);
                    MemoryLog log = new MemoryLog();
                    log.put(entries);
                    ProofMaker tiled = new ProofMaker(new TiledNodes(log, size));
                    for (int i = 0; i < 20; i++) {
                        int size2 = random.nextInt(1, size + 1);
                        int size1 = random.nextInt(1, size2 + 1);
                        assertThat(tiled.root(size2)).isEqualTo(maker.root(size2));
                        assertThat(tiled.inclusion(size1 - 1, size2))
                                .isEqualTo(maker.inclusion(size1 - 1, size2));
                        assertThat(tiled.consistency(size1, size2))
                                .isEqualTo(maker.consistency(size1, size2));
                    }
                });
    }

    /// The proof with a bit changed, a hash left out, doubled, added at either end.
    private static List<List<Hash>> spoiled(List<Hash> proof, RandomGenerator random) {
        List<List<Hash>> wrong = new ArrayList<>();
        Hash any = new Hash(random.nextLong(), 0, 0, 0);
        List<Hash> longer = new ArrayList<>(proof);
        longer.addFirst(any);
        wrong.add(longer);
        longer = new ArrayList<>(proof);
        longer.addLast(any);
        wrong.add(longer);
        if (!proof.isEmpty()) {
            int at = random.nextInt(proof.size());
            Hash hash = proof.get(at);
            List<Hash> changed = new ArrayList<>(proof);
            long bit = 1L << random.nextInt(Long.SIZE);
            changed.set(
                    at, new Hash(hash.first(), hash.second() ^ bit, hash.third(), hash.fourth()));
            wrong.add(changed);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(at);
            wrong.add(shorter);
            List<Hash> doubled = new ArrayList<>(proof);
            doubled.add(at, hash);
            wrong.add(doubled);
        }
        return wrong;
    }
}
