package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// Which nodes lead from which: the next nodes of node `n` are `next[from[n]] … next[from[n + 1] -
/// 1]`.
///
/// Two columns of `int`, 4 bytes a node and 4 an edge. In a ledger the nodes are lots (their
/// numbers) and processing records (number of lots + record), so that a record with many inputs and
/// outputs costs their sum and not their product. Immutable.
public final class Lineage {
    private final int[] from;
    private final int[] next;

    private Lineage(int[] from, int[] next) {
        this.from = from;
        this.next = next;
    }

    /// Any graph; the arrays are kept and must not be changed afterwards.
    ///
    /// @param from where the next nodes of each node begin, ascending from 0; one entry more than
    ///   nodes, the last of them the number of edges
    /// @param next numbers of nodes
    /// @throws IllegalArgumentException if the two do not fit each other
    public static Lineage of(int[] from, int[] next) {
        boolean fits = from.length > 0 && from[0] == 0 && from[from.length - 1] == next.length;
        for (int n = 1; n < from.length; n++) {
            fits &= from[n - 1] <= from[n];
        }
        if (!fits || Arrays.stream(next).anyMatch(n -> n < 0 || n >= from.length - 1)) {
            throw new IllegalArgumentException(
                    "edges lead out of the graph: "
                            + (from.length - 1)
                            + " nodes, "
                            + next.length
                            + " edges");
        }
        return new Lineage(from, next);
    }

    /// From each lot to the records that made it, and from each record to its inputs. O(lines).
    public static Lineage backward(Ledger ledger) {
        return of(ledger, Direction.OUT);
    }

    /// From each lot to the records that used it, and from each record to its outputs. O(lines).
    public static Lineage forward(Ledger ledger) {
        return of(ledger, Direction.IN);
    }

    private static Lineage of(Ledger ledger, Direction entering) {
        FlowTable flows = ledger.flows();
        Groups lots = ledger.linesByLot();
        int lotCount = lots.groupCount();
        int[] from = new int[lotCount + flows.recordCount() + 1];
        int[] next = new int[flows.lineCount()];
        int size = 0;
        for (int lot = 0; lot < lotCount; lot++) {
            for (int i = 0; i < lots.size(lot); i++) {
                int line = lots.get(lot, i);
                if (ledger.type(line) == FlowType.PROCESSING && flows.direction(line) == entering) {
                    next[size++] = lotCount + flows.record(line);
                }
            }
            from[lot + 1] = size;
        }
        for (int r = 0; r < flows.recordCount(); r++) {
            boolean mixes = flows.type(r) == FlowType.PROCESSING && ledger.isInForce(r);
            for (int line = flows.lineFrom(r); mixes && line < flows.lineTo(r); line++) {
                if (flows.direction(line) != entering) {
                    next[size++] = flows.lot(line);
                }
            }
            from[lotCount + r + 1] = size;
        }
        return new Lineage(from, Arrays.copyOf(next, size));
    }

    /// How many nodes there are.
    public int nodeCount() {
        return from.length - 1;
    }

    /// All nodes that can be reached from one, itself among them, nearest first.
    ///
    /// Breadth first: a node is marked in a bit set and written to the queue, which is the answer;
    /// both without a branch on whether it was met before, which no processor can guess. O(nodes
    /// and edges reached) and one bit a node of the graph.
    public Reach reach(int start) {
        int[] begin = from; // local names: the loop writes arrays, after which fields are read anew
        int[] edges = next;
        long[] met = new long[(nodeCount() + Long.SIZE - 1) / Long.SIZE];
        int[] found = new int[64];
        int[] ends = new int[16];
        int depths = 0;
        int size = 1;
        found[0] = start;
        met[start >>> 6] |= 1L << start;
        for (int at = 0; at < size; ) {
            int end = size;
            if (depths == ends.length) {
                ends = Arrays.copyOf(ends, depths * 2);
            }
            ends[depths++] = end;
            for (; at < end; at++) {
                int node = found[at];
                int to = begin[node + 1];
                int room = size + to - begin[node];
                if (room >= found.length) {
                    found = Arrays.copyOf(found, roomFor(room));
                }
                int[] queue = found;
                for (int i = begin[node]; i < to; i++) {
                    int other = edges[i];
                    long word = met[other >>> 6];
                    queue[size] = other;
                    size += (int) (~word >>> other) & 1;
                    met[other >>> 6] = word | 1L << other;
                }
            }
        }
        return new Reach(Arrays.copyOf(found, size), Arrays.copyOf(ends, depths));
    }

    /// Twice the room, but never more than all nodes and the edges of one can need.
    private int roomFor(int needed) {
        long most = (long) nodeCount() + next.length + 1;
        return (int) Math.min(Math.max(needed + 1L, needed * 2L), Math.max(needed + 1L, most));
    }
}
