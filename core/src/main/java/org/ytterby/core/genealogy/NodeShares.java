package org.ytterby.core.genealogy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.ytterby.core.material.Element;

/// One value per element at each lot and record, 0 where none was found; solved component by
/// component. Not thread-safe.
final class NodeShares {
    private static final double[] NONE = new double[Element.COUNT];

    private final Map<Integer, double[]> values = new HashMap<>();

    /// The values of a node; not to be written to.
    double[] of(int node) {
        return values.getOrDefault(node, NONE);
    }

    void fix(int node, double[] shares) {
        values.put(node, shares);
    }

    /// Computes the nodes of a component from each other and from nodes found before.
    ///
    /// @param found the values of a node, given those of all others
    /// @return whether they settled, see [Sweeps]
    boolean solve(int[] nodes, IntFunction<double[]> found) {
        if (nodes.length == 1) {
            values.put(nodes[0], found.apply(nodes[0]));
            return true;
        }
        return Sweeps.settle(
                nodes,
                node -> {
                    double[] after = found.apply(node);
                    double moved = difference(of(node), after);
                    values.put(node, after);
                    return moved;
                });
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int e = 0; e < a.length; e++) {
            largest = Math.max(largest, Math.abs(a[e] - b[e]));
        }
        return largest;
    }
}
