package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.StableOrder;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// A signed sum over lines, and the standard uncertainty it inherits from weighing and assaying.
///
/// Variance = Σ over error groups of δ²·(Σ over the lines of the group of sign·mass)². Lines are
/// added first; every question then costs O(lines · elements asked for) and one sort by assay. Not
/// thread-safe.
public final class LineSum {
    private final ErrorModel model;
    private final Ledger ledger;
    private int[] lines = new int[16];
    private byte[] signs = new byte[16];
    private int size;
    private boolean sorted;

    public LineSum(ErrorModel model) {
        this.model = model;
        ledger = model.ledger();
    }

    /// Adds a line once.
    ///
    /// @param sign +1 or -1
    public void add(int line, int sign) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            signs = Arrays.copyOf(signs, size * 2);
        }
        lines[size] = line;
        signs[size++] = (byte) sign;
        sorted = false;
    }

    /// Whether no line was added.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The sum of one element over the lines, exact, mg.
    public long elementMg(int element) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += signs[i] * ledger.elementMg(lines[i], element);
        }
        return sum;
    }

    /// The sum and its standard uncertainty for element masses weighted by `weights`.
    ///
    /// @param weights one per element: 1 for one element's mass, oxide factors for REO, 0 to leave
    ///   out
    public Estimate weighted(double[] weights) {
        sortByAssay();
        Groups groups = new Groups(model, weights);
        double value = 0;
        double variance = 0;
        double[] byAssay = new double[Element.COUNT];
        for (int i = 0; i < size; i++) {
            int line = lines[i];
            double total = 0;
            for (int e = 0; e < Element.COUNT; e++) {
                if (weights[e] != 0) {
                    double part =
                            signs[i] * weights[e] * ledger.elementMg(line, e) / Mass.MG_PER_KG;
                    total += part;
                    byAssay[e] += part;
                    groups.part(e, part);
                }
            }
            value += total;
            double random = model.weighingRandom(line) * total;
            variance += random * random;
            groups.book(line, total);
            if (i + 1 == size || ledger.assay(lines[i + 1]) != ledger.assay(line)) {
                for (int e = 0; e < Element.COUNT; e++) {
                    if (byAssay[e] != 0) {
                        double shared = model.assayRandom(line, e) * byAssay[e];
                        variance += shared * shared;
                    }
                }
                Arrays.fill(byAssay, 0);
            }
        }
        return new Estimate(value, Math.sqrt(variance + groups.variance()));
    }

    /// The sum of each element and its standard uncertainty, in the order of elements: what
    /// [#weighted] gives for one element after the other, in one pass.
    public List<Estimate> ofElements() {
        sortByAssay();
        Map<Long, double[]> weighing = new TreeMap<>();
        Map<Long, double[]> assaying = new TreeMap<>();
        double[] value = new double[Element.COUNT];
        double[] variance = new double[Element.COUNT];
        double[] byAssay = new double[Element.COUNT];
        for (int i = 0; i < size; i++) {
            int line = lines[i];
            double random = model.weighingRandom(line);
            double[] scale = row(weighing, model.weighingGroup(line), line, false);
            double[] laboratory = row(assaying, model.assayGroup(line), line, true);
            for (int e = 0; e < Element.COUNT; e++) {
                double part = signs[i] * ledger.elementMg(line, e) / Mass.MG_PER_KG;
                value[e] += part;
                variance[e] += square(random * part);
                byAssay[e] += part;
                scale[e] += part;
                laboratory[e] += part;
            }
            if (i + 1 == size || ledger.assay(lines[i + 1]) != ledger.assay(line)) {
                for (int e = 0; e < Element.COUNT; e++) {
                    if (byAssay[e] != 0) {
                        variance[e] += square(model.assayRandom(line, e) * byAssay[e]);
                    }
                }
                Arrays.fill(byAssay, 0);
            }
        }
        List<Estimate> estimates = new ArrayList<>();
        for (int e = 0; e < Element.COUNT; e++) {
            double shared = 0;
            for (double[] sums : weighing.values()) {
                shared += square(sums[e] * sums[Element.COUNT + e]);
            }
            for (double[] sums : assaying.values()) {
                shared += square(sums[e] * sums[Element.COUNT + e]);
            }
            estimates.add(new Estimate(value[e], Math.sqrt(variance[e] + shared)));
        }
        return estimates;
    }

    private double[] row(Map<Long, double[]> groups, long key, int line, boolean assays) {
        return groups.computeIfAbsent(
                key,
                _ -> {
                    double[] row = new double[2 * Element.COUNT];
                    for (int e = 0; e < Element.COUNT; e++) {
                        row[Element.COUNT + e] =
                                assays
                                        ? model.assaySystematic(line, e)
                                        : model.weighingSystematic(line);
                    }
                    return row;
                });
    }

    private static double square(double value) {
        return value * value;
    }

    /// The sum of rare-earth oxide equivalents and its standard uncertainty, kg REO.
    public Estimate reo() {
        return weighted(Estimate.oxideFactors());
    }

    private void sortByAssay() {
        if (sorted) {
            return;
        }
        int[] order = new int[size];
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
            keys[i] = ledger.assay(lines[i]);
        }
        StableOrder.sort(order, keys);
        int[] sortedLines = new int[size];
        byte[] sortedSigns = new byte[size];
        for (int i = 0; i < size; i++) {
            sortedLines[i] = lines[order[i]];
            sortedSigns[i] = signs[order[i]];
        }
        lines = size == 0 ? lines : sortedLines;
        signs = size == 0 ? signs : sortedSigns;
        sorted = true;
    }

    /// Sums within the groups of systematic errors: few groups, many lines.
    private static final class Groups {
        private final ErrorModel model;
        private final double[] weights;
        private final Map<Long, double[]> weighing = new TreeMap<>();
        private final Map<Long, double[]> assaying = new TreeMap<>();
        private final double[] parts = new double[Element.COUNT];
        private long lastScale = -1; // no key is negative
        private long lastLaboratory = -1;
        private double[] scale = new double[2];
        private double[] laboratory = new double[2 * Element.COUNT];
        private double variance;

        Groups(ErrorModel model, double[] weights) {
            this.model = model;
            this.weights = weights;
        }

        void part(int element, double part) {
            parts[element] = part;
        }

        void book(int line, double total) {
            long scaleKey = model.weighingGroup(line);
            if (scaleKey != lastScale) { // lines of one group often follow each other
                lastScale = scaleKey;
                scale =
                        weighing.computeIfAbsent(
                                scaleKey, _ -> new double[] {0, model.weighingSystematic(line)});
            }
            scale[0] += total;
            long laboratoryKey = model.assayGroup(line);
            if (laboratoryKey != lastLaboratory) {
                lastLaboratory = laboratoryKey;
                laboratory = assaying.computeIfAbsent(laboratoryKey, _ -> systematic(line));
            }
            for (int e = 0; e < Element.COUNT; e++) {
                if (weights[e] != 0) {
                    laboratory[e] += parts[e];
                }
            }
        }

        private double[] systematic(int line) {
            double[] sums = new double[2 * Element.COUNT];
            for (int e = 0; e < Element.COUNT; e++) {
                sums[Element.COUNT + e] = model.assaySystematic(line, e);
            }
            return sums;
        }

        double variance() {
            variance = 0;
            weighing.values().forEach(sum -> square(sum[0] * sum[1]));
            for (double[] sums : assaying.values()) {
                for (int e = 0; e < Element.COUNT; e++) {
                    square(sums[e] * sums[Element.COUNT + e]);
                }
            }
            return variance;
        }

        private void square(double value) {
            variance += value * value;
        }
    }
}
