package org.ytterby.core.genealogy;

import java.util.Arrays;

/// Shares of a few origins in every node of a graph, in single precision: a row of `float` a node.
///
/// For questions about all lots of a nation at once, where seven digits are enough; single lots and
/// what is written down are attributed by [Attribution]. Not thread-safe while rows are written.
public final class OriginRows {
    /// Nodes in a loop are settled when no share moves by more than this.
    private static final float SETTLED = 1e-7f;

    /// Sweeps over a loop after which its shares are taken as they stand.
    private static final int SWEEPS_MAX = 20_000;

    private final int origins;
    private final float[] shares;

    /// Rows of zeros.
    ///
    /// @throws IllegalArgumentException if they do not fit into one array
    public OriginRows(int nodes, int origins) {
        long cells = (long) nodes * origins;
        if (nodes < 0 || origins < 1 || cells > Integer.MAX_VALUE - 8L) {
            throw new IllegalArgumentException(
                    nodes + " nodes with " + origins + " origins do not fit into one table");
        }
        this.origins = origins;
        shares = new float[(int) cells];
    }

    /// The share of an origin in a node.
    public float share(int node, int origin) {
        return shares[node * origins + origin];
    }

    /// Says where a node without sources comes from.
    public void put(int node, int origin, float share) {
        shares[node * origins + origin] = share;
    }

    /// Fills the rows of nodes that have sources with the rows of these, each weighted by the part
    /// of the node that its edge stands for. O(edges · origins).
    ///
    /// Sources are taken up to three at a time, so that a row is written once and read by none of
    /// its own sums; the loops over origins become vector instructions.
    ///
    /// @param edges by node: every source of a node is before `first` or before the node
    /// @param first the first node to fill
    /// @param end the node after the last
    public void blend(Edges edges, int first, int end) {
        for (int node = first; node < end; node++) {
            blend(edges, node);
        }
    }

    /// What each node is made of.
    ///
    /// @param from where the edges of each node begin; one more than there are nodes
    /// @param sources one an edge
    /// @param parts of its node, one an edge
    public record Edges(int[] from, int[] sources, float[] parts) {}

    private void blend(Edges edges, int node) {
        int[] from = edges.from();
        int[] sources = edges.sources();
        float[] parts = edges.parts();
        int row = node * origins;
        int first = from[node];
        int last = from[node + 1];
        switch (last - first) {
            case 0 -> {} // says itself where it comes from
            case 1 -> one(row, sources, parts, first);
            case 2 -> two(row, sources, parts, first);
            default -> {
                three(row, sources, parts, first);
                for (int edge = first + 3; edge < last; edge++) {
                    add(row, sources, parts, edge);
                }
            }
        }
    }

    /// Fills the rows of nodes that feed each other: over and over until none moves. What feeds no
    /// part of a loop is then of one origin, and what little feeds others is theirs in proportion.
    ///
    /// @param first the first node of the loop
    /// @param end the node after its last
    /// @param unfed origin of what comes from nowhere
    public void settle(Edges edges, int first, int end, int unfed) {
        sweep(edges, first, end);
        boolean isClosed = false;
        for (int node = first; node < end; node++) {
            if (sum(node) == 0 && edges.from()[node] < edges.from()[node + 1]) {
                put(node, unfed, 1);
                isClosed = true;
            }
        }
        if (isClosed) {
            sweep(edges, first, end);
        }
        for (int node = first; node < end; node++) {
            float sum = sum(node);
            for (int k = 0; sum > 0 && k < origins; k++) {
                shares[node * origins + k] /= sum;
            }
        }
    }

    private void sweep(Edges edges, int first, int end) {
        float moved = 1;
        for (int sweep = 0; sweep < SWEEPS_MAX && moved > SETTLED; sweep++) {
            float[] before = Arrays.copyOfRange(shares, first * origins, end * origins);
            blend(edges, first, end);
            moved = 0;
            for (int i = 0; i < before.length; i++) {
                moved = Math.max(moved, Math.abs(shares[first * origins + i] - before[i]));
            }
        }
    }

    private float sum(int node) {
        float sum = 0;
        for (int k = 0; k < origins; k++) {
            sum += shares[node * origins + k];
        }
        return sum;
    }

    private void one(int row, int[] sources, float[] parts, int edge) {
        float p = parts[edge];
        int a = sources[edge] * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k];
        }
    }

    private void two(int row, int[] sources, float[] parts, int edge) {
        float p = parts[edge];
        float q = parts[edge + 1];
        int a = sources[edge] * origins;
        int b = sources[edge + 1] * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k] + q * shares[b + k];
        }
    }

    private void three(int row, int[] sources, float[] parts, int edge) {
        float p = parts[edge];
        float q = parts[edge + 1];
        float r = parts[edge + 2];
        int a = sources[edge] * origins;
        int b = sources[edge + 1] * origins;
        int c = sources[edge + 2] * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k] + q * shares[b + k] + r * shares[c + k];
        }
    }

    private void add(int row, int[] sources, float[] parts, int edge) {
        float p = parts[edge];
        int a = sources[edge] * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] += p * shares[a + k];
        }
    }
}
