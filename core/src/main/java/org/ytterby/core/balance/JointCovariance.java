package org.ytterby.core.balance;

import java.util.Arrays;
import java.util.List;
import org.ytterby.core.material.Element;

/// Differences of one facility over period × element, their covariance, and its usable part.
///
/// Weighing errors are shared by all elements of a line, assay errors are independent between
/// elements. Position of (block of periods b, element i) is `b · elements + i`. Neighbouring
/// periods are merged into blocks where there would otherwise be more than [#DIMENSIONS_MAX]
/// positions.
///
/// Where one assay serves a lot on arrival and on departure, its error cancels, and some directions
/// keep only the product of two errors, which the first-order model does not know. Such directions
/// are found while factoring (conditional variance not above [#SECOND_ORDER_MARGIN] times the
/// second-order variance in that direction) and left out.
final class JointCovariance {
    /// Largest number of positions; the cost of a facility grows with its cube.
    static final int DIMENSIONS_MAX = 400;

    /// How many times its second-order variance a direction must have to be believed.
    static final double SECOND_ORDER_MARGIN = 20;

    private final List<Element> elements;
    private final int[] blockOf;
    private final int blocks;
    private final int lines;
    private final double[] differences;
    private final double[][] covariance;
    private final double[] secondOrder;

    /// @param elements some or all of those that occur in the balance, in table order
    JointCovariance(FacilityBalance balance, List<Element> elements) {
        FacilityBook book = balance.book();
        lines = book.line.length;
        this.elements = elements;
        int periods = book.periodCount();
        int width = Math.max(1, elements.size());
        blocks = Math.min(periods, Math.max(1, DIMENSIONS_MAX / width));
        blockOf = new int[periods];
        for (int t = 0; t < periods; t++) {
            blockOf[t] = (int) ((long) t * blocks / periods);
        }
        int n = blocks * elements.size();
        differences = new double[n];
        covariance = new double[n][n];
        secondOrder = new double[n];
        accumulate(book);
    }

    /// How many lines the differences sum up.
    int lines() {
        return lines;
    }

    int blocks() {
        return blocks;
    }

    List<Element> elements() {
        return elements;
    }

    /// Block of a period.
    int block(int period) {
        return blockOf[period];
    }

    /// First period of a block.
    int firstPeriod(int block) {
        int t = 0;
        while (blockOf[t] < block) {
            t++;
        }
        return t;
    }

    /// Inventory differences, kg.
    double[] differences() {
        return differences;
    }

    double[][] covariance() {
        return covariance;
    }

    /// Standard uncertainty of the weighted sum of differences, kg times weight.
    double sigma(double[] weights) {
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                for (int j = 0; j < weights.length; j++) {
                    variance += weights[i] * weights[j] * covariance[i][j];
                }
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /// Over the directions that can be believed.
    Whitening whitening() {
        return Whitening.of(covariance, secondOrder, SECOND_ORDER_MARGIN);
    }

    private void accumulate(FacilityBook book) {
        int n = differences.length;
        int width = elements.size();
        ErrorModel model = book.model();
        int[] blockAt = Arrays.stream(blockOf).map(b -> b * width).toArray();
        double[][] scales = new double[book.scales()][n];
        double[][] laboratories = new double[book.laboratories()][n];
        double[] assay = new double[n];
        double[] line = new double[n];
        int assayFrom = n; // where the lines of the present assay are felt
        int assayTo = 0;
        for (int i = 0; i < book.line.length; i++) {
            int k = book.line[i];
            double[] scale = scales[book.scale(i)];
            double[] laboratory = laboratories[book.laboratory(i)];
            for (int c = 0; c < width; c++) {
                int e = elements.get(c).ordinal();
                double x = book.kg[i][e];
                if (x != 0) {
                    book.spread(i, x, blockAt, c, differences);
                    book.spread(i, model.weighingRandom(k) * x, blockAt, c, line);
                    book.spread(i, model.weighingSystematic(k) * x, blockAt, c, scale);
                    book.spread(i, model.assaySystematic(k, e) * x, blockAt, c, laboratory);
                    book.spread(i, model.assayRandom(k, e) * x, blockAt, c, assay);
                    addSecondOrder(book, i, c, book.secondOrderVariance(i, e));
                }
            }
            int from = touchedFrom(book, i);
            int to = touchedTo(book, i);
            addOuter(line, from, to, 1);
            Arrays.fill(line, from, to, 0);
            assayFrom = Math.min(assayFrom, from);
            assayTo = Math.max(assayTo, to);
            if (i + 1 == book.line.length
                    || book.ledger().assay(book.line[i + 1]) != book.ledger().assay(k)) {
                addOuter(assay, assayFrom, assayTo, width);
                Arrays.fill(assay, assayFrom, assayTo, 0);
                assayFrom = n;
                assayTo = 0;
            }
        }
        for (double[] b : scales) {
            addOuter(b, 0, n, 1);
        }
        for (double[] b : laboratories) {
            addOuter(b, 0, n, width);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    private void addSecondOrder(FacilityBook book, int entry, int column, double variance) {
        int t = book.period[entry];
        int width = elements.size();
        boolean within =
                book.stock[entry]
                        && t >= 0
                        && t + 1 < blockOf.length
                        && blockOf[t] == blockOf[t + 1];
        if (within) {
            return; // closing and opening stock of one block cancel
        }
        if (t >= 0) {
            secondOrder[blockOf[t] * width + column] += variance;
        }
        if (book.stock[entry] && t + 1 < blockOf.length) {
            secondOrder[blockOf[t + 1] * width + column] += variance;
        }
    }

    private int touchedFrom(FacilityBook book, int entry) {
        return blockOf[Math.max(0, book.period[entry])] * elements.size();
    }

    private int touchedTo(FacilityBook book, int entry) {
        int last = book.stock[entry] ? book.period[entry] + 1 : book.period[entry];
        return (blockOf[Math.min(last, blockOf.length - 1)] + 1) * elements.size();
    }

    /// Adds the upper triangle of b·bᵀ over positions `[from, to)`; with a stride only between
    /// positions of the same element.
    private void addOuter(double[] b, int from, int to, int stride) {
        for (int i = from; i < to; i++) {
            double factor = b[i];
            if (factor != 0) {
                double[] row = covariance[i];
                for (int j = i; j < to; j += stride) {
                    row[j] += factor * b[j];
                }
            }
        }
    }
}
