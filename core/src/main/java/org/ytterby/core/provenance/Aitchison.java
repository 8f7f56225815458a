package org.ytterby.core.provenance;

/// The geometry of compositions, in which only ratios of parts count.
///
/// Plain functions on arrays of one positive value per part, on any scale. A caller chooses the
/// parts: one that no material of a comparison contains, such as scandium, is best left out,
/// because the floor that replaces it would weigh as much as any measured part.
///
/// Source: J. Aitchison, The Statistical Analysis of Compositional Data, 1986.
public final class Aitchison {
    private Aitchison() {}

    /// Closes parts to shares none of which is below a floor.
    ///
    /// A share that would be smaller is raised to the floor, and the others give way in proportion,
    /// so that their ratios stay: multiplicative replacement, J. A. Martín-Fernández et al.,
    /// Mathematical Geology 35 (2003) 253-278. Closing twice is closing once.
    ///
    /// @param parts finite, `>= 0`, with a sum `> 0`
    /// @param floor what a trace counts as, usually 0.65 of the limit of detection; `> 0` and below
    ///   `1 / parts.length`
    /// @return shares, each `>= floor` up to rounding, that sum to 1
    /// @throws IllegalArgumentException if a part, the sum or the floor is out of range
    public static double[] closed(double[] parts, double floor) {
        if (!(floor > 0 && floor < 1.0 / parts.length)) {
            throw new IllegalArgumentException(
                    "the floor of " + parts.length + " shares is out of range: " + floor);
        }
        Parts.requireSome(parts, "parts");
        boolean[] raised = new boolean[parts.length];
        double scale = scale(parts, raised, floor);
        // Each round but the last raises a part, and the largest part is never raised.
        for (int round = 0;
                round < parts.length && raiseBelow(floor / scale, parts, raised);
                round++) {
            scale = scale(parts, raised, floor);
        }
        double[] shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = raised[i] ? floor : parts[i] * scale;
        }
        return shares;
    }

    /// The logarithm of each part less the mean of all logarithms; the result sums to 0.
    ///
    /// @param parts finite and `> 0`, at least one
    /// @throws IllegalArgumentException if a part is out of range
    public static double[] centredLogRatio(double[] parts) {
        Parts.requirePositive(parts, "parts");
        double[] logs = new double[parts.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            logs[i] = Math.log(parts[i]);
            sum += logs[i];
        }
        for (int i = 0; i < parts.length; i++) {
            logs[i] -= sum / parts.length;
        }
        return logs;
    }

    /// The Aitchison distance: the Euclidean distance of the centred log ratios; 0 for equal
    /// ratios.
    ///
    /// @param a finite and `> 0`
    /// @param b likewise, of the same length
    /// @throws IllegalArgumentException if the lengths differ or a part is out of range
    public static double distance(double[] a, double[] b) {
        Parts.requireLength(a.length, b, "second composition");
        double[] clrA = centredLogRatio(a);
        double[] clrB = centredLogRatio(b);
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = clrA[i] - clrB[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double scale(double[] parts, boolean[] raised, double floor) {
        double left = 1;
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            if (raised[i]) {
                left -= floor;
            } else {
                sum += parts[i];
            }
        }
        return left / sum;
    }

    private static boolean raiseBelow(double limit, double[] parts, boolean[] raised) {
        boolean any = false;
        for (int i = 0; i < parts.length; i++) {
            if (!raised[i] && parts[i] < limit) {
                raised[i] = true;
                any = true;
            }
        }
        return any;
    }
}
