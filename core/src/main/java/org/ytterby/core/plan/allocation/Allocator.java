package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.plan.allocation.Allocation.Row;
import org.ytterby.core.plan.allocation.Policy.OnGap;
import org.ytterby.core.plan.allocation.Relaxation.Result;
import org.ytterby.core.plan.allocation.Relaxation.Width;

/// Splits a stage's total among enterprises: gate, cap, reference, score, target, bounds, one
/// level, whole tonnes.
///
/// Deterministic: equal requests give equal plans, in whatever order applicants come. For some ten
/// thousand enterprises it takes well below a second; see `docs/benchmarks.md`.
public final class Allocator {
    private final Request request;
    private final Policy policy;
    private final List<Applicant> applicants;
    private final List<Grounds> grounds;
    private final double utilisation;
    private final double meanScore;
    private final double[] targets;

    Allocator(Request request) {
        this.request = request;
        policy = request.policy();
        applicants = request.applicants();
        List<Answered> answered = applicants.stream().map(this::answered).toList();
        utilisation = utilisation(answered);
        grounds = answered.stream().map(this::grounds).toList();
        meanScore = meanScore();
        targets = new double[applicants.size()];
        for (int i = 0; i < targets.length; i++) {
            Grounds of = grounds.get(i);
            double pull = 1 + policy.tuning().beta() * (of.score().total() - meanScore);
            targets[i] = of.weighedT() * pull;
        }
    }

    /// The plan of a request, or the gap that keeps it from one.
    public static Outcome outcome(Request request) {
        return new Allocator(request).outcome();
    }

    /// What can be said of an applicant alone.
    private record Answered(Applicant applicant, Grounds grounds) {}

    private Answered answered(Applicant applicant) {
        List<Gate.Answer> gates =
                request.gates().stream()
                        .filter(gate -> gate.isAsked(policy, applicant))
                        .map(gate -> gate.answer(policy, applicant))
                        .toList();
        Grounds alone =
                new Grounds(
                        gates,
                        request.consequences().getOrDefault(applicant.id(), List.of()),
                        Caps.of(policy, applicant.means()),
                        Reference.of(policy, applicant, 0),
                        Score.of(policy, request.lines(), applicant));
        return new Answered(applicant, alone);
    }

    /// That of the policy, else references over licensed capacities of those that have a history.
    private double utilisation(List<Answered> answered) {
        if (!Double.isNaN(policy.tuning().utilisation())) {
            return policy.tuning().utilisation();
        }
        double references = 0;
        double capacities = 0;
        for (Answered a : answered) {
            boolean counts =
                    a.grounds().isEligible()
                            && a.grounds().reference().basis() == Reference.Basis.HISTORY
                            && a.applicant().means().licensedT() > 0;
            references += counts ? a.grounds().reference().tonnes() : 0;
            capacities += counts ? a.applicant().means().licensedT() : 0;
        }
        return capacities > 0 ? Math.min(1, references / capacities) : 0;
    }

    private Grounds grounds(Answered a) {
        Grounds alone = a.grounds();
        return alone.reference().basis() == Reference.Basis.CAPACITY
                ? new Grounds(
                        alone.gates(),
                        alone.consequences(),
                        alone.caps(),
                        Reference.of(policy, a.applicant(), utilisation),
                        alone.score())
                : alone;
    }

    private double meanScore() {
        double scores = 0;
        double references = 0;
        for (Grounds of : grounds) {
            double b = of.isEligible() ? of.reference().tonnes() : 0;
            scores += b * of.score().total();
            references += b;
        }
        return references > 0 ? scores / references : 0;
    }

    /// Whether inputs agree with each other, and how far bounds had to be widened for it.
    sealed interface Settled {
        /// @param unplacedT tonnes that find no place within caps
        record Fits(Width width, List<Relaxation> relaxations, long unplacedT) implements Settled {}

        record Not(Outcome.Contradicted gap) implements Settled {}
    }

    Request request() {
        return request;
    }

    /// Ids of an applicant and of every group above it.
    List<String> above(Applicant applicant) {
        List<String> above = new ArrayList<>();
        above.add(applicant.id());
        String group = applicant.group();
        while (!group.isEmpty()) {
            above.add(group);
            String id = group;
            group =
                    request.bands().stream()
                            .filter(band -> band.id().equals(id))
                            .findFirst()
                            .map(Band::parent)
                            .orElse("");
        }
        return above;
    }

    private Outcome outcome() {
        return switch (settled()) {
            case Settled.Fits fits -> new Outcome.Planned(plan(fits));
            case Settled.Not(Outcome.Contradicted gap) -> gap;
        };
    }

    Settled settled() {
        Width given = new Width(policy.tuning().deltaUp(), policy.tuning().deltaDown(), 0);
        Room room = Room.of(task(given, policy.placedT()));
        if (room.gapT() == 0) {
            return new Settled.Fits(given, List.of(), 0);
        }
        Settled.Fits relaxed = relaxed(given);
        return policy.onGap() == OnGap.RELAX
                ? relaxed
                : new Settled.Not(
                        new Outcome.Contradicted(
                                room.gaps(), relaxed.relaxations(), relaxed.unplacedT()));
    }

    private Settled.Fits relaxed(Width given) {
        Result relaxed = Relaxing.of(given, width -> Room.of(task(width, policy.placedT())).gapT());
        Room left = Room.of(task(relaxed.width(), policy.placedT()));
        long unplaced = Math.max(0, policy.placedT() - left.high());
        return new Settled.Fits(relaxed.width(), relaxed.done(), unplaced);
    }

    /// The same widths under bounds that have become tighter, with what does not fit any more left
    /// unplaced.
    Settled.Fits fitted(Settled.Fits before) {
        Room room = Room.of(task(before.width(), policy.placedT()));
        long unplaced = Math.max(before.unplacedT(), policy.placedT() - room.high());
        return new Settled.Fits(before.width(), before.relaxations(), unplaced);
    }

    /// What is to be filled.
    WaterFilling.Task task(Settled.Fits fits) {
        return task(fits.width(), policy.placedT() - fits.unplacedT());
    }

    private WaterFilling.Task task(Width width, long total) {
        int n = applicants.size();
        BandTree tree = BandTree.of(request.bands(), policy.placedT(), width.bands());
        long[] floors = new long[n];
        long[] ceilings = new long[n];
        int[] node = new int[n];
        for (int i = 0; i < n; i++) {
            Bounds bounds = bounds(i, width);
            floors[i] = bounds.floorT();
            ceilings[i] = bounds.ceilingT();
            node[i] = tree.nodeOf(applicants.get(i).group());
        }
        return new WaterFilling.Task(targets, floors, ceilings, node, tree, total);
    }

    private Bounds bounds(int i, Width width) {
        return Bounds.of(
                grounds.get(i),
                applicants.get(i).quotaT(policy.year() - 1),
                width.deltaDown(),
                width.deltaUp());
    }

    Allocation plan(Settled.Fits fits) {
        WaterFilling.Task task = task(fits);
        WaterFilling.Filling filling = WaterFilling.of(task);
        long[] whole = Rounding.of(task, filling.exact(), ties());
        List<Allocation.Level> ofNodes = levels(task, filling, whole);
        Marginal marginal = new Marginal(task, filling, grounds, policy.tuning().beta());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            Allocation.Level level = ofNodes.get(task.node()[i]);
            rows.add(row(i, fits, level, filling.exact()[i], whole[i], marginal.points(i)));
        }
        List<Allocation.Level> own = new ArrayList<>();
        for (int v = 0; v < task.tree().size(); v++) {
            if (filling.governor()[v] == v) {
                own.add(ofNodes.get(v));
            }
        }
        return allocation(rows, own, fits);
    }

    /// The plan of a stage that was solved together with others.
    ///
    /// @param exact of each applicant, within bounds and bands
    /// @param levels of each applicant
    Allocation linked(Settled.Fits fits, double[] exact, List<Allocation.Level> levels) {
        long[] whole = Rounding.of(task(fits), exact, ties());
        List<Row> rows = new ArrayList<>();
        Map<String, Allocation.Level> own = new TreeMap<>();
        for (int i = 0; i < whole.length; i++) {
            Allocation.Level level = levels.get(i);
            rows.add(row(i, fits, level, exact[i], whole[i], List.of()));
            own.merge(
                    level.group(),
                    new Allocation.Level(level.group(), level.value(), whole[i]),
                    (a, b) -> new Allocation.Level(a.group(), a.value(), a.tonnes() + b.tonnes()));
        }
        return allocation(rows, List.copyOf(own.values()), fits);
    }

    private Row row(
            int i,
            Settled.Fits fits,
            Allocation.Level level,
            double exact,
            long whole,
            List<Double> points) {
        return new Row(
                applicants.get(i),
                grounds.get(i),
                targets[i],
                bounds(i, fits.width()),
                level,
                exact,
                whole,
                points);
    }

    private Allocation allocation(
            List<Row> rows, List<Allocation.Level> levels, Settled.Fits fits) {
        return new Allocation(
                request,
                List.copyOf(rows),
                levels,
                meanScore,
                utilisation,
                fits.relaxations(),
                fits.unplacedT());
    }

    private List<Rounding.Tie> ties() {
        List<Rounding.Tie> ties = new ArrayList<>();
        for (int i = 0; i < applicants.size(); i++) {
            ties.add(
                    new Rounding.Tie(
                            grounds.get(i).score().total(),
                            applicants.get(i).quotaT(policy.year() - 1),
                            applicants.get(i).id()));
        }
        return ties;
    }

    /// Of each node the level that governs it.
    private List<Allocation.Level> levels(
            WaterFilling.Task task, WaterFilling.Filling filling, long[] whole) {
        long[] held = new long[task.tree().size()];
        for (int i = 0; i < whole.length; i++) {
            held[filling.governor()[task.node()[i]]] += whole[i];
        }
        List<Allocation.Level> levels = new ArrayList<>();
        for (int v = 0; v < held.length; v++) {
            int by = filling.governor()[v];
            levels.add(new Allocation.Level(task.tree().id(by), filling.level()[by], held[by]));
        }
        return levels;
    }
}
