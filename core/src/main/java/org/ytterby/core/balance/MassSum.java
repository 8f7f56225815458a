package org.ytterby.core.balance;

import java.util.Map;
import java.util.TreeMap;

/// A signed sum of weighings, with the standard uncertainty of their scales; assays play no part.
///
/// Not thread-safe.
public final class MassSum {
    private final ErrorModel model;
    private final Map<Long, double[]> groups = new TreeMap<>();
    private long lastKey = -1; // no key is negative
    private double[] last = new double[2];
    private double valueKg;
    private double variance;

    public MassSum(ErrorModel model) {
        this.model = model;
    }

    /// Adds one weighing.
    ///
    /// @param sign +1 or -1
    /// @param massKg what of the line counts, dry or as weighed, kg
    public void add(int line, int sign, double massKg) {
        double signed = sign * massKg;
        valueKg += signed;
        double random = model.weighingRandom(line) * signed;
        variance += random * random;
        long key = model.weighingGroup(line);
        if (key != lastKey) { // lines of one group often follow each other
            lastKey = key;
            last =
                    groups.computeIfAbsent(
                            key, _ -> new double[] {0, model.weighingSystematic(line)});
        }
        last[0] += signed;
    }

    /// The sum so far, kg.
    public Estimate estimate() {
        double total = variance;
        for (double[] sum : groups.values()) {
            total += sum[0] * sum[0] * sum[1] * sum[1];
        }
        return new Estimate(valueKg, Math.sqrt(total));
    }
}
