package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Do the differences of a facility scatter as its declared uncertainties say?
///
/// Whatever a lasting flow would explain is taken out first, element by element: the same mass in
/// every period, or in proportion to all REO that comes in or goes out, where that is not nearly
/// the same; each over the whole time and over the runs of periods that the inventory test points
/// at. There the elements that it names are left out altogether. What remains is chi-squared where
/// the declared uncertainties are true. Three kinds of parts are looked at, each with a share of
/// the false alarms fixed beforehand: every direction; all elements together, period by period; and
/// each element beside the others.
public final class ScatterTest {
    /// Fewer periods than this leave too little beside the flows taken out.
    public static final int PERIODS_MIN = 6;

    private static final double EVERYWHERE_WEIGHT = 0.5;
    private static final double TOGETHER_WEIGHT = 0.25;
    private static final double ALONE_WEIGHT = 0.25;

    /// A direction that keeps no more than this part of its length beside others is one of theirs:
    /// what is left of it would be the measurement errors themselves.
    private static final double SAME = 0.05;

    private final JointCovariance joint;
    private final Whitening whitening;
    private final double[] white;
    private final double[] additions;
    private final double[] removals;
    private final double[] mix;

    /// Whitened directions of the flows taken out, orthonormal.
    private final List<double[]> basis = new ArrayList<>();

    private final boolean isShort;
    private double explained;

    /// What the inventory test points at: elements that may be hidden, and when.
    public record Suspect(Span span, List<Element> elements) {}

    /// @param joint over all elements of the balance
    ScatterTest(
            FacilityBalance balance,
            JointCovariance joint,
            Whitening whitening,
            List<Suspect> suspected) {
        this.joint = joint;
        this.whitening = whitening;
        white = whitening.apply(joint.differences());
        isShort = balance.periodCount() < PERIODS_MIN;
        additions = new double[joint.blocks()];
        removals = new double[joint.blocks()];
        mix = new double[balance.elements().size()];
        sumFlows(balance);
        takeOutFlows(run(balance, null));
        for (Suspect suspect : suspected) {
            boolean[] run = run(balance, suspect.span());
            takeOutFlows(run);
            takeOut(suspect.elements(), run);
        }
    }

    private void sumFlows(FacilityBalance balance) {
        int t = 0;
        for (PeriodBalance row : balance.rows()) { // by element, then period
            int b = joint.block(t);
            double added = row.additionsMg() / Mass.MG_PER_KG;
            double removed = row.removalsMg() / Mass.MG_PER_KG;
            additions[b] += added * row.element().oxideFactor();
            removals[b] += removed * row.element().oxideFactor();
            mix[joint.elements().indexOf(row.element())] += added + removed;
            t = (t + 1) % balance.periodCount();
        }
    }

    /// Which blocks a span touches; all of them without a span.
    private boolean[] run(FacilityBalance balance, @Nullable Span span) {
        boolean[] run = new boolean[joint.blocks()];
        List<Span> periods = balance.periods();
        for (int t = 0; t < periods.size(); t++) {
            run[joint.block(t)] |=
                    span == null
                            || (periods.get(t).fromMicros() >= span.fromMicros()
                                    && periods.get(t).untilMicros() <= span.untilMicros());
        }
        return run;
    }

    private void takeOutFlows(boolean[] run) {
        double[] steady = new double[run.length];
        double[] added = new double[run.length];
        double[] removed = new double[run.length];
        for (int b = 0; b < run.length; b++) {
            if (run[b]) {
                steady[b] = 1;
                added[b] = additions[b];
                removed[b] = removals[b];
            }
        }
        int width = joint.elements().size();
        for (double[] course : distinct(List.of(steady, added, removed))) {
            for (int c = 0; c < width; c++) {
                double[] direction = new double[course.length * width];
                for (int b = 0; b < course.length; b++) {
                    direction[b * width + c] = course[b];
                }
                explained += extend(direction, basis);
            }
        }
    }

    /// Whatever some elements do in each block of a run: hidden ore varies from month to month.
    private void takeOut(List<Element> elements, boolean[] run) {
        for (Element element : elements) {
            for (int b = 0; b < run.length; b++) {
                if (run[b]) {
                    explained += extend(alone(element, b), basis);
                }
            }
        }
    }

    /// Courses over time without those that are nearly a mixture of the ones before.
    private static List<double[]> distinct(List<double[]> courses) {
        List<double[]> kept = new ArrayList<>();
        for (double[] course : courses) {
            double[] rest = course.clone();
            for (double[] other : kept) {
                subtract(rest, dot(rest, other) / dot(other, other), other);
            }
            if (dot(rest, rest) > SAME * SAME * dot(course, course)) {
                kept.add(rest);
            }
        }
        return kept;
    }

    /// Adds the part of a direction that is new to a basis.
    ///
    /// @return the squared standardised difference along it; 0 if nothing of it is new
    private double extend(double[] direction, List<double[]> vectors) {
        double[] left = whitening.apply(direction);
        double length = dot(left, left);
        for (double[] vector : vectors) {
            subtract(left, dot(left, vector), vector);
        }
        double rest = dot(left, left);
        if (!(rest > SAME * SAME * length)) {
            return 0;
        }
        scale(left, 1 / Math.sqrt(rest));
        vectors.add(left);
        double score = dot(left, white);
        return score * score;
    }

    /// Empty where there are fewer than [#PERIODS_MIN] periods, or no direction is left to look at.
    Optional<Scatter> verdict() {
        double all = dot(white, white) - explained;
        int degrees = whitening.size() - basis.size();
        if (isShort || degrees < 1) {
            return Optional.empty();
        }
        int width = joint.elements().size();
        Scatter.Part everywhere =
                part(new Scatter.Where.Everywhere(), Math.max(0, all), degrees, EVERYWHERE_WEIGHT);
        Scatter.Part loudest = everywhere;
        List<Scatter.Part> others = new ArrayList<>();
        within(new Scatter.Where.Together(), this::together, TOGETHER_WEIGHT)
                .ifPresent(others::add);
        for (Element e : joint.elements()) {
            within(new Scatter.Where.Alone(e), block -> alone(e, block), ALONE_WEIGHT / width)
                    .ifPresent(others::add);
        }
        for (Scatter.Part other : others) {
            if (p(other) < p(loudest)) {
                loudest = other;
            }
        }
        return Optional.of(new Scatter(everywhere.ratio(), Math.min(1, p(loudest)), loudest));
    }

    /// The scatter within the directions of one kind, beside the flows taken out.
    ///
    /// @param direction of the kind in each block
    private Optional<Scatter.Part> within(
            Scatter.Where where, IntFunction<double[]> direction, double weight) {
        List<double[]> vectors = new ArrayList<>(basis);
        double sum = 0;
        for (int b = 0; b < joint.blocks(); b++) {
            sum += extend(direction.apply(b), vectors);
        }
        int degrees = vectors.size() - basis.size();
        return degrees == 0 ? Optional.empty() : Optional.of(part(where, sum, degrees, weight));
    }

    private double[] together(int block) {
        int width = mix.length;
        double[] direction = new double[joint.blocks() * width];
        System.arraycopy(mix, 0, direction, block * width, width);
        return direction;
    }

    private double[] alone(Element element, int block) {
        int width = mix.length;
        double[] direction = new double[joint.blocks() * width];
        direction[block * width + joint.elements().indexOf(element)] = 1;
        return direction;
    }

    private static Scatter.Part part(Scatter.Where where, double sum, int degrees, double weight) {
        return new Scatter.Part(where, Math.sqrt(sum / degrees), sum, degrees, weight);
    }

    private static double p(Scatter.Part part) {
        return ChiSquaredDistribution.of(part.degreesOfFreedom()).survivalProbability(part.sum())
                / part.weight();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
