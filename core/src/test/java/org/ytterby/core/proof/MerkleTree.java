package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.List;

/// A tree in memory: every perfect subtree, two hashes a leaf.
///
/// Not safe for use by several threads at once.
public final class MerkleTree implements Nodes {
    private final TreeHasher hasher = new TreeHasher();
    private final List<List<Hash>> levels = new ArrayList<>();

    public MerkleTree() {
        levels.add(new ArrayList<>());
    }

    public void append(Hash leaf) {
        Hash node = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Hash> nodes = levels.get(level);
            nodes.add(node);
            if (nodes.size() % 2 == 1) {
                return;
            }
            node = hasher.node(nodes.get(nodes.size() - 2), node);
        }
    }

    @Override
    public long size() {
        return levels.getFirst().size();
    }

    @Override
    public Hash node(int level, long index) {
        if (level < 0 || level >= levels.size() || index < 0 || index >= levels.get(level).size()) {
            throw new IllegalArgumentException(
                    "no node %d of level %d in a tree of size %d".formatted(index, level, size()));
        }
        return levels.get(level).get((int) index);
    }
}
