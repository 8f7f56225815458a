package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// Is material missing from a facility, or does it come from nowhere? One test over all elements
/// and periods.
///
/// The pattern of a hidden flow is not known, so a fixed list is tried, see [PatternTest]: a part
/// of whatever flows and lies in stock in each period (the facility's own mix), each single
/// element, and the mixes of known deposits. The choice of patterns and weights is ours; what they
/// find is measured in `docs/benchmarks.md`.
public final class InventoryTest {
    /// Probability with which the detectable amount would have been found.
    private static final double DETECTION_PROBABILITY = 0.95;

    /// Below this p-value a side is taken for real when the other side is judged.
    private static final double ONE_SIDE_STANDS = 0.01;

    /// Below this p-value a side may hide something, which is no scatter.
    private static final double SUSPECTED_BELOW = 0.05;

    /// Level below which an element is named beside the strongest pattern.
    private static final double NAMING_LEVEL = 0.05;

    /// What the test of one side says.
    ///
    /// @param p p-value of the side
    /// @param elements elements that show it, in table order
    /// @param span from the first to the last period that shows it
    /// @param reo estimated REO missing (loss) or from nowhere (gain), kg, with its uncertainty
    /// @param witness the pattern that speaks loudest; p counts with it all patterns and runs tried
    public record Side(
            double p, List<Element> elements, Span span, Estimate reo, Witness witness) {}

    /// The pattern of a hidden flow that speaks loudest: the side's p is at most `upperTail(z) /
    /// weight`, and less by what patterns and runs have in common.
    ///
    /// @param z its standard normal value; NaN where no uncertainty was declared at all
    /// @param weight its share of the side's false-alarm probability, run of periods included
    public record Witness(HiddenFlow.Mix mix, double z, double weight) {
        /// What p can be at most, in `[0, 1]`.
        public double bound() {
            return Math.min(1, Estimate.upperTail(z) / weight);
        }
    }

    /// Both sides, and what could have been hidden.
    ///
    /// @param detectableKg kg REO, the same part of everything in every period, that the test would
    ///   have found with at least 95 % probability at the level asked for: an upper bound, since it
    ///   takes the pattern's own share of the level, while p counts alarms that come together once;
    ///   NaN if nothing can be said
    public record Verdict(Side loss, Side gain, double detectableKg) {}

    /// Each element mass is rounded to a milligram.
    private static final double ROUNDING_KG = 1e-6;

    private final FacilityBalance balance;
    private final List<Composition> deposits;
    private final JointCovariance joint;
    private final Whitening whitening;
    private final List<HiddenFlow> flows;
    private final PatternTest test;

    /// @param balance of a facility with at least one element that occurs
    /// @param deposits mixes that hidden feed may have
    public InventoryTest(FacilityBalance balance, List<Composition> deposits) {
        this(balance, deposits, balance.elements());
    }

    private InventoryTest(
            FacilityBalance balance, List<Composition> deposits, List<Element> elements) {
        this.balance = balance;
        this.deposits = deposits;
        joint = new JointCovariance(balance, elements);
        flows = HiddenFlow.likely(elements, ownMix(), deposits);
        whitening = joint.whitening();
        test = new PatternTest(whitening, flows.stream().map(HiddenFlow::pattern).toList());
    }

    /// The same part of all that flowed or was in stock, block by block; 1 kg REO in all.
    private double[][] ownMix() {
        double[][] kg = new double[joint.blocks()][joint.elements().size()];
        double reo = 0;
        int t = 0;
        for (PeriodBalance row : balance.rows()) { // by element, then period
            int c = joint.elements().indexOf(row.element());
            if (c >= 0) {
                double through =
                        (double) row.openingMg()
                                + row.additionsMg()
                                + row.removalsMg()
                                + row.closingMg();
                kg[joint.block(t)][c] += through;
                reo += through * row.element().oxideFactor();
            }
            t = (t + 1) % balance.periodCount();
        }
        for (double[] block : kg) {
            for (int c = 0; c < block.length; c++) {
                block[c] /= reo;
            }
        }
        return kg;
    }

    /// The verdict at a false-alarm level for each side.
    ///
    /// Errors shared between elements let a strong finding on one side look like evidence for the
    /// other. Where one side stands, the other is therefore judged on the elements that the first
    /// does not name.
    ///
    /// @param level level that the detectable amount refers to, `0 < level < 1`
    public Verdict verdict(double level) {
        Verdict both = bothSides(level);
        boolean lossStands = both.loss().p() <= both.gain().p();
        Side stronger = lossStands ? both.loss() : both.gain();
        if (stronger.p() >= ONE_SIDE_STANDS) {
            return both;
        }
        Side weaker = lossStands ? both.gain() : both.loss();
        List<Element> others =
                joint.elements().stream().filter(e -> !stronger.elements().contains(e)).toList();
        Side judged = new Side(1, weaker.elements(), weaker.span(), weaker.reo(), weaker.witness());
        if (!others.isEmpty()) {
            Verdict rest = new InventoryTest(balance, deposits, others).bothSides(level);
            judged = lossStands ? rest.gain() : rest.loss();
        }
        return lossStands
                ? new Verdict(stronger, judged, both.detectableKg())
                : new Verdict(judged, stronger, both.detectableKg());
    }

    /// Do the differences scatter as the declared uncertainties say, beside what the verdict may
    /// have found? Empty where too little is left to say.
    public Optional<Scatter> scatter(Verdict verdict) {
        List<ScatterTest.Suspect> suspected =
                Stream.of(verdict.loss(), verdict.gain())
                        .filter(side -> side.p() < SUSPECTED_BELOW)
                        .map(side -> new ScatterTest.Suspect(side.span(), side.elements()))
                        .toList();
        return new ScatterTest(balance, joint, whitening, suspected).verdict();
    }

    private Verdict bothSides(double level) {
        return new Verdict(side(1), side(-1), detectable(level));
    }

    private Side side(int sign) {
        int certain = exactDifference(sign);
        if (certain >= 0) {
            int block = certain / joint.elements().size();
            Element e = joint.elements().get(certain % joint.elements().size());
            Witness witness = new Witness(new HiddenFlow.Mix.Single(e), Double.NaN, 1);
            return side(block, block + 1, sign, 0, witness);
        }
        PatternTest.Strongest found = test.strongest(joint.differences(), sign);
        Witness witness = new Witness(flows.get(found.pattern()).mix(), found.z(), found.weight());
        double p = test.probability(found.logBound());
        return side(found.from(), found.to(), sign, p, witness);
    }

    /// Where no uncertainty was declared at all, a difference beyond rounding speaks for itself.
    ///
    /// @return the first position of such a difference on the side asked for, −1 if none
    private int exactDifference(int sign) {
        double[] d = joint.differences();
        double rounding = ROUNDING_KG * joint.lines();
        for (int i = 0; i < d.length; i++) {
            if (joint.covariance()[i][i] == 0 && sign * d[i] > rounding) {
                return i;
            }
        }
        return -1;
    }

    private Side side(int from, int to, int sign, double p, Witness witness) {
        List<Element> elements = joint.elements();
        List<Element> named = new ArrayList<>();
        Element strongest = elements.getFirst();
        double strongestP = 2;
        for (Element e : elements) {
            double alone = over(from, to, List.of(e), false, sign).pAbove(0);
            if (alone <= NAMING_LEVEL / elements.size()) {
                named.add(e);
            }
            if (alone < strongestP) {
                strongestP = alone;
                strongest = e;
            }
        }
        List<Element> shown = named.isEmpty() ? List.of(strongest) : List.copyOf(named);
        Estimate reo = over(from, to, shown, true, sign);
        // what whitening leaves of a gross error elsewhere can point against the plain sum: no
        // finding
        return new Side(reo.value() > 0 ? p : 1, shown, spanOf(from, to), reo, witness);
    }

    private Span spanOf(int from, int to) {
        List<Span> periods = balance.periods();
        int last = to == joint.blocks() ? periods.size() - 1 : joint.firstPeriod(to) - 1;
        return new Span(
                periods.get(joint.firstPeriod(from)).fromMicros(), periods.get(last).untilMicros());
    }

    /// Sum of differences over a run of blocks, as kg of element or kg REO.
    private Estimate over(int from, int to, List<Element> of, boolean asReo, int sign) {
        int width = joint.elements().size();
        double[] weights = new double[joint.differences().length];
        double value = 0;
        for (int s = from; s < to; s++) {
            for (int c = 0; c < width; c++) {
                Element e = joint.elements().get(c);
                if (of.contains(e)) {
                    double weight = sign * (asReo ? e.oxideFactor() : 1);
                    weights[s * width + c] = weight;
                    value += weight * joint.differences()[s * width + c];
                }
            }
        }
        return new Estimate(value, joint.sigma(weights));
    }

    private double detectable(double level) {
        double strength = test.strength(0);
        double margin = Estimate.quantile(1 - DETECTION_PROBABILITY);
        return strength > 0
                ? (Estimate.quantile(level * test.weight(0)) + margin) / strength
                : Double.NaN;
    }
}
