package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// Is material missing from a facility, or does it come from nowhere? One test over all elements
/// and periods.
///
/// Let d be the differences over period × element with covariance Σ. A hidden flow of b kg with
/// element pattern c and a span of periods w has mean b·u with u = w ⊗ c; the best test for a known
/// u is `z = uᵀΣ⁻¹d / √(uᵀΣ⁻¹u)`. The pattern is not known, so a fixed list is tried: a part of
/// whatever flows and lies in stock in each period (the facility's own mix), each single element,
/// and the mixes of known deposits, each over the whole time, from any period to the end, and over
/// any run of periods. Each has a weight fixed beforehand (weights sum to 1 a side), and the side's
/// p-value is the smallest p/weight: a weighted Bonferroni bound, valid whatever the dependence.
///
/// Source of the parts: Avenhaus & Jaech 1981 (known pattern), Picard 1987 (standardised sequence),
/// Holm 1979 (weighted Bonferroni); the choice of weights is ours, see `docs/formulas.md`.
public final class InventoryTest {
    /// Weight of the facility's own mix among element patterns.
    private static final double OWN_MIX_WEIGHT = 0.4;

    /// Weight of single elements together, and of deposits together; without deposits the former
    /// get both.
    private static final double GROUP_WEIGHT = 0.3;

    /// Weights of the whole time; of runs to the end; of single periods; of all other runs.
    private static final double[] WINDOW_WEIGHTS = {0.6, 0.2, 0.1, 0.1};

    /// Probability with which the detectable amount would have been found.
    private static final double DETECTION_PROBABILITY = 0.95;

    /// Below this p-value a side is taken for real when the other side is judged.
    private static final double ONE_SIDE_STANDS = 0.01;

    /// Level below which an element is named beside the strongest pattern.
    private static final double NAMING_LEVEL = 0.05;

    /// What the test of one side says.
    ///
    /// @param p p-value of the side
    /// @param elements elements that show it, in table order
    /// @param span from the first to the last period that shows it
    /// @param reo estimated REO missing (loss) or from nowhere (gain), kg, with its uncertainty
    /// @param witness what the p-value rests on
    public record Side(
            double p, List<Element> elements, Span span, Estimate reo, Witness witness) {}

    /// The pattern of a hidden flow that speaks loudest: `p = upperTail(z) / weight`.
    ///
    /// @param z its standard normal value; NaN where no uncertainty was declared at all
    /// @param weight its share of the side's false-alarm probability, run of periods included
    public record Witness(Mix mix, double z, double weight) {}

    /// What a hidden flow is taken to be made of.
    public sealed interface Mix {
        /// The same part of all that flowed or was in stock.
        record Own() implements Mix {}

        record Single(Element element) implements Mix {}

        /// @param index among the deposits given to the test
        record OfDeposit(int index) implements Mix {}
    }

    /// Both sides, and what could have been hidden.
    ///
    /// @param detectableKg kg REO, the same part of everything in every period, that the test would
    ///   have found with 95 % probability at the level asked for; NaN if nothing can be said
    public record Verdict(Side loss, Side gain, double detectableKg) {}

    /// Each element mass is rounded to a milligram.
    private static final double ROUNDING_KG = 1e-6;

    private final FacilityBalance balance;
    private final List<Composition> deposits;
    private final JointCovariance joint;
    private final double[][] precision;
    private final double[] projected;
    private final List<Pattern> patterns;
    private final List<Window> windows;

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
        precision = joint.precision();
        double[] d = joint.differences();
        projected = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                projected[i] += precision[i][j] * d[j];
            }
        }
        patterns = Pattern.all(balance, joint, deposits);
        windows = Window.all(joint.blocks());
    }

    /// A pattern of elements in a hidden flow.
    ///
    /// @param kg kg of each element of the balance in each block, `[block][element]`
    /// @param weight share of the side's false-alarm probability
    private record Pattern(Mix mix, double[][] kg, double weight) {
        static List<Pattern> all(
                FacilityBalance balance, JointCovariance joint, List<Composition> deposits) {
            List<Element> elements = joint.elements();
            List<Pattern> patterns = new ArrayList<>();
            patterns.add(new Pattern(new Mix.Own(), ownMix(balance, joint), OWN_MIX_WEIGHT));
            double single = GROUP_WEIGHT * (deposits.isEmpty() ? 2 : 1) / elements.size();
            for (int c = 0; c < elements.size(); c++) {
                double[] kg = new double[elements.size()];
                kg[c] = 1 / elements.get(c).oxideFactor();
                patterns.add(
                        new Pattern(
                                new Mix.Single(elements.get(c)),
                                steady(kg, joint.blocks()),
                                single));
            }
            for (int i = 0; i < deposits.size(); i++) {
                Composition deposit = deposits.get(i);
                double[] kg = new double[elements.size()];
                for (int c = 0; c < kg.length; c++) {
                    kg[c] = deposit.share(elements.get(c)) / elements.get(c).oxideFactor();
                }
                patterns.add(
                        new Pattern(
                                new Mix.OfDeposit(i),
                                steady(kg, joint.blocks()),
                                GROUP_WEIGHT / deposits.size()));
            }
            return patterns;
        }

        private static double[][] steady(double[] kg, int blocks) {
            double[][] all = new double[blocks][];
            Arrays.fill(all, kg);
            return all;
        }

        /// The same part of all that flowed or was in stock, block by block; 1 kg REO in all.
        private static double[][] ownMix(FacilityBalance balance, JointCovariance joint) {
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
    }

    /// A run of blocks `[from, to)` and its share of the false-alarm probability.
    private record Window(int from, int to, double weight) {
        static List<Window> all(int blocks) {
            if (blocks == 1) {
                return List.of(new Window(0, 1, 1));
            }
            int[] counts = new int[WINDOW_WEIGHTS.length];
            for (int from = 0; from < blocks; from++) {
                for (int to = from + 1; to <= blocks; to++) {
                    counts[kind(from, to, blocks)]++;
                }
            }
            double used = 0;
            for (int k = 0; k < counts.length; k++) {
                used += counts[k] > 0 ? WINDOW_WEIGHTS[k] : 0;
            }
            List<Window> windows = new ArrayList<>();
            for (int from = 0; from < blocks; from++) {
                for (int to = from + 1; to <= blocks; to++) {
                    int kind = kind(from, to, blocks);
                    windows.add(new Window(from, to, WINDOW_WEIGHTS[kind] / used / counts[kind]));
                }
            }
            return windows;
        }

        private static int kind(int from, int to, int blocks) {
            if (from == 0 && to == blocks) {
                return 0;
            }
            if (to - from == 1) {
                return 2;
            }
            return to == blocks ? 1 : 3;
        }
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

    private Verdict bothSides(double level) {
        Best loss = new Best();
        Best gain = new Best();
        for (Pattern pattern : patterns) {
            double[][] information = information(pattern);
            double[] score = score(pattern);
            for (Window w : windows) {
                double u = 0;
                double n = 0;
                for (int s = w.from(); s < w.to(); s++) {
                    n += score[s];
                    for (int t = w.from(); t < w.to(); t++) {
                        u += information[s][t];
                    }
                }
                if (u > 0) {
                    double z = n / Math.sqrt(u);
                    double weight = pattern.weight() * w.weight();
                    loss.offer(w, new Witness(pattern.mix(), z, weight));
                    gain.offer(w, new Witness(pattern.mix(), -z, weight));
                }
            }
        }
        exactDifferences(loss, gain);
        return new Verdict(side(loss, 1), side(gain, -1), detectable(level));
    }

    /// Where no uncertainty was declared at all, a difference beyond rounding speaks for itself.
    private void exactDifferences(Best loss, Best gain) {
        double[] d = joint.differences();
        for (int i = 0; i < d.length; i++) {
            if (joint.covariance()[i][i] == 0) {
                int block = i / joint.elements().size();
                if (Math.abs(d[i]) > ROUNDING_KG * balance.book().line.length) {
                    Element e = joint.elements().get(i % joint.elements().size());
                    (d[i] > 0 ? loss : gain).settle(new Window(block, block + 1, 1), e);
                }
            }
        }
    }

    private double[][] information(Pattern pattern) {
        int blocks = joint.blocks();
        int width = joint.elements().size();
        double[][] information = new double[blocks][blocks];
        for (int s = 0; s < blocks; s++) {
            for (int t = 0; t <= s; t++) {
                double sum = 0;
                double[] here = pattern.kg()[s];
                double[] there = pattern.kg()[t];
                for (int i = 0; i < width; i++) {
                    if (here[i] != 0) {
                        double[] row = precision[s * width + i];
                        double inner = 0;
                        for (int j = 0; j < width; j++) {
                            inner += there[j] * row[t * width + j];
                        }
                        sum += here[i] * inner;
                    }
                }
                information[s][t] = sum;
                information[t][s] = sum;
            }
        }
        return information;
    }

    private double[] score(Pattern pattern) {
        int width = joint.elements().size();
        double[] score = new double[joint.blocks()];
        for (int s = 0; s < score.length; s++) {
            for (int i = 0; i < width; i++) {
                score[s] += pattern.kg()[s][i] * projected[s * width + i];
            }
        }
        return score;
    }

    /// The strongest evidence of one side so far; of equals the first.
    private static final class Best {
        private double logP; // in logarithms, so that far tails still compare
        private Window window = new Window(0, 1, 1);
        private Witness witness = new Witness(new Mix.Own(), 0, 1);

        void offer(Window w, Witness found) {
            double candidate = Estimate.logUpperTail(found.z()) - Math.log(found.weight());
            if (candidate < logP) {
                logP = candidate;
                window = w;
                witness = found;
            }
        }

        /// Ends the search: what has no uncertainty needs no other evidence.
        void settle(Window w, Element element) {
            if (logP > Double.NEGATIVE_INFINITY) {
                logP = Double.NEGATIVE_INFINITY;
                window = w;
                witness = new Witness(new Mix.Single(element), Double.NaN, 1);
            }
        }
    }

    private Side side(Best best, int sign) {
        List<Element> elements = joint.elements();
        List<Element> named = new ArrayList<>();
        Element strongest = elements.getFirst();
        double strongestP = 2;
        for (Element e : elements) {
            double p = over(best.window, List.of(e), false, sign).pAbove(0);
            if (p <= NAMING_LEVEL / elements.size()) {
                named.add(e);
            }
            if (p < strongestP) {
                strongestP = p;
                strongest = e;
            }
        }
        List<Element> shown = named.isEmpty() ? List.of(strongest) : List.copyOf(named);
        Estimate reo = over(best.window, shown, true, sign);
        // what whitening leaves of a gross error elsewhere can point against the plain sum: no
        // finding
        double p = reo.value() > 0 ? Math.exp(best.logP) : 1;
        return new Side(p, shown, spanOf(best.window), reo, best.witness);
    }

    private Span spanOf(Window w) {
        FacilityBook book = balance.book();
        int last =
                w.to() == joint.blocks() ? book.periodCount() - 1 : joint.firstPeriod(w.to()) - 1;
        return new Span(
                book.span(joint.firstPeriod(w.from())).fromMicros(), book.span(last).untilMicros());
    }

    /// Sum of differences over a window, as kg of element or kg REO.
    private Estimate over(Window w, List<Element> of, boolean asReo, int sign) {
        int width = joint.elements().size();
        double[] weights = new double[joint.differences().length];
        double value = 0;
        for (int s = w.from(); s < w.to(); s++) {
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
        Pattern own = patterns.getFirst();
        double perKg = 0;
        for (double[] row : information(own)) {
            for (double value : row) {
                perKg += value;
            }
        }
        Window whole =
                windows.stream()
                        .filter(w -> w.to() - w.from() == joint.blocks())
                        .findFirst()
                        .orElseThrow();
        double threshold = Estimate.quantile(level * own.weight() * whole.weight());
        double margin = Estimate.quantile(1 - DETECTION_PROBABILITY);
        return perKg > 0 ? (threshold + margin) / Math.sqrt(perKg) : Double.NaN;
    }
}
