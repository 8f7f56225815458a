package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits whole numbers in proportion.
final class Split {
    private Split() {}

    /// Whole parts that sum to the total: rounded down, what is left goes to the largest remainders
    /// (of equal ones the first).
    static List<Long> whole(long total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Long> parts = new ArrayList<>();
        double[] remainders = new double[weights.size()];
        long left = total;
        for (int i = 0; i < remainders.length; i++) {
            double exact = total * weights.get(i) / sum;
            long part = (long) Math.floor(exact);
            parts.add(part);
            remainders[i] = exact - part;
            left -= part;
        }
        List<Integer> order =
                IntStream.range(0, remainders.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -remainders[i]))
                        .toList();
        for (int i = 0; i < left; i++) {
            int at = order.get(i);
            parts.set(at, parts.get(at) + 1);
        }
        return parts;
    }
}
