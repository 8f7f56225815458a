package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// The lots and processing records that some lots descend from, each after all that it is made of.
///
/// Nodes are lots (number) and records (number of lots + record). Lots that feed each other in a
/// loop come as one component. Tarjan 1972, with an explicit stack; O(nodes + edges).
final class LotOrder {
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final Groups lots;
    private final int lotCount;
    private final int nodeCount;

    private int[] nodes = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int components;

    LotOrder(Births births, int[] wanted) {
        this.births = births;
        ledger = births.ledger();
        flows = ledger.flows();
        lots = ledger.linesByLot();
        lotCount = lots.groupCount();
        nodeCount = lotCount + flows.recordCount();
        new Search().visitAll(wanted);
    }

    /// The nodes that nothing after a component is made of, by component. O(edges).
    Groups spentAfter() {
        int[] last = new int[nodeCount];
        Arrays.fill(last, -1);
        for (int c = 0; c < components; c++) {
            for (int node : component(c)) {
                last[node] = Math.max(last[node], c);
                for (int i = 0, child = child(node, 0);
                        child != NO_MORE;
                        child = child(node, ++i)) {
                    if (child != SKIP) {
                        last[child] = c;
                    }
                }
            }
        }
        int[] reached = Arrays.copyOf(nodes, size);
        int[] lastOfReached = new int[size];
        for (int i = 0; i < size; i++) {
            lastOfReached[i] = last[reached[i]];
        }
        return Groups.of(reached, lastOfReached, components);
    }

    int componentCount() {
        return components;
    }

    /// The nodes of a component.
    int[] component(int c) {
        return Arrays.copyOfRange(nodes, c == 0 ? 0 : ends[c - 1], ends[c]);
    }

    boolean isRecord(int node) {
        return node >= lotCount;
    }

    int record(int node) {
        return node - lotCount;
    }

    int node(int record) {
        return lotCount + record;
    }

    private static final int NO_MORE = -1;
    private static final int SKIP = -2;

    /// The `i`-th thing that a node is made of.
    private int child(int node, int i) {
        if (isRecord(node)) {
            int line = flows.lineFrom(record(node)) + i;
            if (line >= flows.lineTo(record(node))) {
                return NO_MORE;
            }
            return flows.direction(line) == Direction.IN ? flows.lot(line) : SKIP;
        }
        if (i >= lots.size(node)) {
            return NO_MORE;
        }
        int line = lots.get(node, i);
        return births.kind(line) == Births.Kind.PROCESSING ? node(flows.record(line)) : SKIP;
    }

    /// What only the search needs: 13 bytes a node, let go with it.
    private final class Search {
        private final int[] number = new int[nodeCount];
        private final int[] low = new int[nodeCount];
        private final boolean[] open = new boolean[nodeCount];
        private final int[] path = new int[nodeCount];
        private int pathSize;
        private int counter;

        void visitAll(int[] roots) {
            for (int root : roots) {
                if (number[root] == 0) {
                    visit(root);
                }
            }
        }

        private void visit(int root) {
            int[] stack = new int[64];
            int[] next = new int[64];
            int depth = 0;
            stack[0] = root;
            enter(root);
            while (depth >= 0) {
                int node = stack[depth];
                int child = child(node, next[depth]);
                if (child == NO_MORE) {
                    leave(node);
                    depth--;
                    if (depth >= 0) {
                        low[stack[depth]] = Math.min(low[stack[depth]], low[node]);
                    }
                    continue;
                }
                next[depth]++;
                if (child == SKIP) {
                    continue;
                }
                if (number[child] == 0) {
                    enter(child);
                    depth++;
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, depth * 2);
                        next = Arrays.copyOf(next, depth * 2);
                    }
                    stack[depth] = child;
                    next[depth] = 0;
                } else if (open[child]) {
                    low[node] = Math.min(low[node], number[child]);
                }
            }
        }

        private void enter(int node) {
            number[node] = ++counter;
            low[node] = counter;
            open[node] = true;
            path[pathSize++] = node;
        }

        private void leave(int node) {
            if (low[node] != number[node]) {
                return;
            }
            int member;
            do {
                member = path[--pathSize];
                open[member] = false;
                if (size == nodes.length) {
                    nodes = Arrays.copyOf(nodes, size * 2);
                }
                nodes[size++] = member;
            } while (member != node);
            if (components == ends.length) {
                ends = Arrays.copyOf(ends, components * 2);
            }
            ends[components++] = size;
        }
    }
}
