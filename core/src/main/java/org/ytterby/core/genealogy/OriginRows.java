package org.ytterby.core.genealogy;

/// Shares of a few origins in every node of a graph without loops, in single precision: a row of
/// `float` a node.
///
/// For questions about a whole graph at once, where seven digits are enough; what goes into result
/// files comes from [Attribution]. Not thread-safe while rows are written.
public final class OriginRows {
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

    /// Fills the row of every node that has sources with their rows, each weighted by the part of
    /// the node that its edge stands for. One pass in the order of numbers; O(edges · origins).
    ///
    /// Sources are taken up to three at a time, so that a row is written once and read by none of
    /// its own sums; the loops over origins become vector instructions.
    ///
    /// @param sources from each node to what it is made of, whose numbers are all smaller
    /// @param parts one an edge
    public void blend(Lineage sources, float[] parts) {
        int nodes = sources.nodeCount();
        for (int node = 0; node < nodes; node++) {
            int first = sources.edgesFrom(node);
            int last = sources.edgesFrom(node + 1);
            int row = node * origins;
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
    }

    private void one(int row, Lineage sources, float[] parts, int edge) {
        float p = parts[edge];
        int a = sources.target(edge) * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k];
        }
    }

    private void two(int row, Lineage sources, float[] parts, int edge) {
        float p = parts[edge];
        float q = parts[edge + 1];
        int a = sources.target(edge) * origins;
        int b = sources.target(edge + 1) * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k] + q * shares[b + k];
        }
    }

    private void three(int row, Lineage sources, float[] parts, int edge) {
        float p = parts[edge];
        float q = parts[edge + 1];
        float r = parts[edge + 2];
        int a = sources.target(edge) * origins;
        int b = sources.target(edge + 1) * origins;
        int c = sources.target(edge + 2) * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] = p * shares[a + k] + q * shares[b + k] + r * shares[c + k];
        }
    }

    private void add(int row, Lineage sources, float[] parts, int edge) {
        float p = parts[edge];
        int a = sources.target(edge) * origins;
        for (int k = 0; k < origins; k++) {
            shares[row + k] += p * shares[a + k];
        }
    }
}
