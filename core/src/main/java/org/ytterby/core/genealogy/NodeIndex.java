package org.ytterby.core.genealogy;

import java.util.Arrays;

/// Places of nodes of a graph, counted from 0, so that whoever keeps something of each node needs
/// room for the nodes it works on and no others. Immutable.
final class NodeIndex {
    /// The place of a node that has none.
    static final int NONE = -1;

    private static final int SPREAD = 0x9E3779B9;
    private static final int[] IN_ORDER = new int[0];

    private final int size;
    private final int[] slots; // nodes by open addressing, empty where each node is its own place
    private final int[] places;

    private NodeIndex(int size, int[] slots, int[] places) {
        this.size = size;
        this.slots = slots;
        this.places = places;
    }

    /// Nodes `0 .. size - 1`, each at its own number.
    static NodeIndex all(int size) {
        return new NodeIndex(size, IN_ORDER, IN_ORDER);
    }

    /// What a walk reached, in its order. O(nodes).
    static NodeIndex of(Reach reach) {
        int[] nodes = reach.nodes();
        int n = nodes.length;
        int[] slots = new int[Integer.highestOneBit(Math.max(n, 1)) * 4];
        int[] places = new int[slots.length];
        Arrays.fill(slots, NONE);
        for (int i = 0; i < n; i++) {
            int slot = slot(slots, nodes[i]);
            slots[slot] = nodes[i];
            places[slot] = i;
        }
        return new NodeIndex(n, slots, places);
    }

    private static int slot(int[] slots, int node) {
        int mask = slots.length - 1;
        int mixed = node * SPREAD;
        int slot = (mixed ^ (mixed >>> 15)) & mask;
        while (slots[slot] != NONE && slots[slot] != node) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    int size() {
        return size;
    }

    /// The place of a node, [#NONE] if it is not among these.
    int of(int node) {
        if (slots == IN_ORDER) {
            return node;
        }
        int slot = slot(slots, node);
        return slots[slot] == NONE ? NONE : places[slot];
    }
}
