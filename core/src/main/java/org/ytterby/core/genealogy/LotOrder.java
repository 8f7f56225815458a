package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// The lots and processing records that some lots descend from, each after all that it is made of.
///
/// Nodes are lots (number) and records (number of lots + record). Lots that feed each other in a
/// loop come as one component. Tarjan 1972, with an explicit stack; O(nodes + edges) of what is
/// ordered.
final class LotOrder {
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final Groups lots;
    private final int lotCount;
    private final NodeIndex index;

    private int[] nodes = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int components;

    /// Orders what lots descend from as far as it is of some nodes.
    ///
    /// @param index the nodes, the lots wanted among them; none of them descends from another node
    ///   that descends from them
    LotOrder(Births births, int[] wanted, NodeIndex index) {
        this.index = index;
        this.births = births;
        ledger = births.ledger();
        flows = ledger.flows();
        lots = ledger.linesByLot();
        lotCount = lots.groupCount();
        new Search().visitAll(wanted);
    }

    /// The nodes that nothing after a component is made of, by component. O(edges).
    Groups spentAfter() {
        int[] last = new int[index.size()];
        Arrays.fill(last, -1);
        for (int c = 0; c < components; c++) {
            for (int node : component(c)) {
                int place = index.of(node);
                last[place] = Math.max(last[place], c);
                for (int i = 0, child = child(node, 0);
                        child != NO_MORE;
                        child = child(node, ++i)) {
                    if (child != SKIP) {
                        last[index.of(child)] = c;
                    }
                }
            }
        }
        int[] reached = Arrays.copyOf(nodes, size);
        int[] lastOfReached = new int[size];
        for (int i = 0; i < size; i++) {
            lastOfReached[i] = last[index.of(reached[i])];
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
            return flows.direction(line) == Direction.IN ? known(flows.lot(line)) : SKIP;
        }
        if (i >= lots.size(node)) {
            return NO_MORE;
        }
        int line = lots.get(node, i);
        return births.kind(line) == Births.Kind.PROCESSING ? known(node(flows.record(line))) : SKIP;
    }

    private int known(int node) {
        return index.of(node) == NodeIndex.NONE ? SKIP : node;
    }

    /// What only the search needs: 13 bytes a node, let go with it.
    private final class Search {
        private final int[] number = new int[index.size()];
        private final int[] low = new int[index.size()];
        private final boolean[] open = new boolean[index.size()];
        private final int[] path = new int[index.size()];
        private int pathSize;
        private int counter;

        void visitAll(int[] roots) {
            for (int root : roots) {
                if (number[index.of(root)] == 0) {
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
                        int user = index.of(stack[depth]);
                        low[user] = Math.min(low[user], low[index.of(node)]);
                    }
                    continue;
                }
                next[depth]++;
                if (child == SKIP) {
                    continue;
                }
                int place = index.of(child);
                if (number[place] == 0) {
                    enter(child);
                    depth++;
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, depth * 2);
                        next = Arrays.copyOf(next, depth * 2);
                    }
                    stack[depth] = child;
                    next[depth] = 0;
                } else if (open[place]) {
                    int user = index.of(node);
                    low[user] = Math.min(low[user], number[place]);
                }
            }
        }

        private void enter(int node) {
            int place = index.of(node);
            number[place] = ++counter;
            low[place] = counter;
            open[place] = true;
            path[pathSize++] = node;
        }

        private void leave(int node) {
            int place = index.of(node);
            if (low[place] != number[place]) {
                return;
            }
            int member;
            do {
                member = path[--pathSize];
                open[index.of(member)] = false;
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
