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

    /// All nodes that can be reached from one, itself among them, nearest first. O(nodes and edges
    /// reached), with 20 bytes of scratch for each 64 nodes of the graph.
    public Reach reach(int start) {
        return new Wave(from, next).reach(start);
    }
}
