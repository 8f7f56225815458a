package org.ytterby.benchmarks.speed;

/// Shares of a few origins in every node of a graph without loops, in single precision: a row of
/// `float` a node.
///
/// How fast attribution could be where seven digits are enough; the product computes otherwise, see
/// [org.ytterby.core.genealogy.Attribution]. Not thread-safe while rows are written.
final class OriginRows {
    private final int origins;
    private final float[] shares;

    /// Rows of zeros.
    ///
    /// @throws IllegalArgumentException if they do not fit into one array
    OriginRows(int nodes, int origins) {
        long cells = (long) nodes * origins;
        if (nodes < 0 || origins < 1 || cells > Integer.MAX_VALUE - 8L) {
            throw new IllegalArgumentException(
                    nodes + " nodes with " + origins + " origins do not fit into one table");
        }
        this.origins = origins;
        shares = new float[(int) cells];
    }

    /// The share of an origin in a node.
    float share(int node, int origin) {
        return shares[node * origins + origin];
    }

    /// Says where a node without sources comes from.
    void put(int node, int origin, float share) {
        shares[node * origins + origin] = share;
    }

    /// Fills the row of every node that has sources with their rows, each weighted by the part of
    /// the node that its edge stands for. One pass in the order of numbers; O(edges · origins).
    ///
    /// Sources are taken up to three at a time, so that a row is written once and read by none of
    /// its own sums; the loops over origins become vector instructions.
    ///
    /// @param parts one an edge
    void blend(LotDag dag, float[] parts) {
        int[] from = dag.from();
        int[] sources = dag.sources();
        int nodes = from.length - 1;
        for (int node = 0; node < nodes; node++) {
            int first = from[node];
            int last = from[node + 1];
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
