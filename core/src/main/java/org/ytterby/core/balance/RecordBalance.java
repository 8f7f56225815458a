package org.ytterby.core.balance;

import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// What went into one processing record and what came out, element by element.
///
/// The variance of the difference is summed over pairs of lines: each pair shares the errors of the
/// groups it has in common. O(lines² · elements); long records go through [LineSum]. Immutable.
public final class RecordBalance {
    private static final int PAIRWISE_LINES_MAX = 40;

    /// An excess within this many standard uncertainties is noise.
    private static final double NOISE_SIGMAS = 3;

    private final long[] inMg = new long[Element.COUNT];
    private final long[] outMg = new long[Element.COUNT];
    private final double[] sigmaKg = new double[Element.COUNT];

    /// @param record a processing record
    public RecordBalance(ErrorModel model, int record) {
        Ledger ledger = model.ledger();
        FlowTable flows = ledger.flows();
        int from = flows.lineFrom(record);
        int n = flows.lineTo(record) - from;
        double[][] kg = new double[n][Element.COUNT];
        for (int i = 0; i < n; i++) {
            boolean in = flows.direction(from + i) == Direction.IN;
            for (int e = 0; e < Element.COUNT; e++) {
                long mg = ledger.elementMg(from + i, e);
                (in ? inMg : outMg)[e] += mg;
                kg[i][e] = (in ? -mg : mg) / Mass.MG_PER_KG;
            }
        }
        double[] variance =
                n <= PAIRWISE_LINES_MAX ? pairwise(model, from, kg) : grouped(model, from, kg);
        for (int e = 0; e < Element.COUNT; e++) {
            sigmaKg[e] = Math.sqrt(Math.max(0, variance[e]));
        }
    }

    private static double[] pairwise(ErrorModel model, int from, double[][] kg) {
        double[] variance = new double[Element.COUNT];
        for (int i = 0; i < kg.length; i++) {
            for (int j = 0; j <= i; j++) {
                int a = from + i;
                int b = from + j;
                double twice = i == j ? 1 : 2;
                double random = i == j ? square(model.weighingRandom(a)) : 0;
                double scale =
                        model.weighingGroup(a) == model.weighingGroup(b)
                                ? square(model.weighingSystematic(a))
                                : 0;
                boolean sameAssay = model.ledger().assay(a) == model.ledger().assay(b);
                boolean sameLaboratory = model.assayGroup(a) == model.assayGroup(b);
                for (int e = 0; e < Element.COUNT; e++) {
                    double product = kg[i][e] * kg[j][e];
                    if (product == 0) {
                        continue;
                    }
                    double shared = random + scale;
                    shared += sameAssay ? square(model.assayRandom(a, e)) : 0;
                    shared += sameLaboratory ? square(model.assaySystematic(a, e)) : 0;
                    variance[e] += twice * product * shared;
                }
            }
        }
        return variance;
    }

    private static double[] grouped(ErrorModel model, int from, double[][] kg) {
        LineSum sum = new LineSum(model);
        for (int i = 0; i < kg.length; i++) {
            sum.add(from + i, model.ledger().flows().direction(from + i) == Direction.IN ? -1 : 1);
        }
        return sum.ofElements().stream().mapToDouble(each -> square(each.sigma())).toArray();
    }

    private static double square(double value) {
        return value * value;
    }

    /// Element mass of the inputs, mg.
    public long inMg(int element) {
        return inMg[element];
    }

    /// Element mass of the outputs, mg.
    public long outMg(int element) {
        return outMg[element];
    }

    /// What the outputs hold more than the inputs, with its standard uncertainty, kg.
    public Estimate excess(int element) {
        return new Estimate((outMg[element] - inMg[element]) / Mass.MG_PER_KG, sigmaKg[element]);
    }

    /// The share of an element in the outputs that the inputs cannot explain, `0..1`; 0 where the
    /// excess lies within three of its standard uncertainties.
    public double unaccountedShare(int element) {
        Estimate excess = excess(element);
        return excess.value() > NOISE_SIGMAS * excess.sigma()
                ? 1 - (double) inMg[element] / outMg[element]
                : 0;
    }
}
