package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plans of several stages that hang together: nobody gets more to separate than its ore feeds.
///
/// Each stage is planned alone first. Where a link is broken then, all stages are solved together:
/// the same objective, one more row for each link. Mines of a holder short of ore are raised, its
/// plants lowered, until the link holds. Mining is then made whole, and separation planned anew
/// with what is really mined as a limit, so that whole tonnes keep the links too.
public final class LinkedAllocator {
    /// Weight of the box that takes what feed is missing: so little that a plan which can be fed
    /// leaves less than a thousandth of a tonne in it.
    private static final double MISSING_WEIGHT = 1e-5;

    /// What whole tonnes even out.
    private static final double MISSING_MIN_T = 0.5;

    private static final double CLOSE_T = 1e-6;

    private final Map<PlanStage, Allocator> stages = new EnumMap<>(PlanStage.class);
    private final Map<PlanStage, Allocator.Settled.Fits> fits = new EnumMap<>(PlanStage.class);
    private final Map<PlanStage, int[]> linkOf = new EnumMap<>(PlanStage.class);
    private final List<FeedLink> links;

    private LinkedAllocator(List<FeedLink> links) {
        this.links = List.copyOf(links);
    }

    /// What came of it.
    public sealed interface Linked {
        /// @param plans by stage
        /// @param states of the links, in their order
        record Planned(Map<PlanStage, Allocation> plans, List<FeedLink.State> states)
                implements Linked {}

        /// A stage whose own inputs contradict each other.
        record Contradicted(PlanStage stage, Outcome.Contradicted gap) implements Linked {}

        /// Floors and totals ask for more separation than there can be feed.
        ///
        /// @param missingT tonnes of feed that are missing, by holder
        record Unfed(Map<String, Long> missingT) implements Linked {}
    }

    /// Plans all stages.
    ///
    /// @param requests one of each stage, in any order
    /// @throws IllegalArgumentException if a stage comes twice, or links overlap or name nobody
    public static Linked outcome(List<Request> requests, List<FeedLink> links) {
        LinkedAllocator linked = new LinkedAllocator(links);
        for (Request request : requests) {
            PlanStage stage = request.policy().stage();
            Allocator allocator = new Allocator(request);
            if (linked.stages.put(stage, allocator) != null) {
                throw new IllegalArgumentException("stage " + stage.code() + " comes twice");
            }
            switch (allocator.settled()) {
                case Allocator.Settled.Fits fit -> linked.fits.put(stage, fit);
                case Allocator.Settled.Not(Outcome.Contradicted gap) -> {
                    return new Linked.Contradicted(stage, gap);
                }
            }
        }
        linked.checkLinks();
        return linked.outcome();
    }

    private Allocator stage(PlanStage stage) {
        Allocator allocator = stages.get(stage);
        if (allocator == null) {
            throw new IllegalArgumentException("no stage " + stage.code());
        }
        return allocator;
    }

    private Allocator.Settled.Fits fit(PlanStage stage) {
        Allocator.Settled.Fits fit = fits.get(stage);
        if (fit == null) {
            throw new IllegalArgumentException("no stage " + stage.code());
        }
        return fit;
    }

    private void checkLinks() {
        if (!links.isEmpty()) {
            stage(PlanStage.SEPARATION);
        }
        boolean[] named = new boolean[links.size()];
        stages.forEach((stage, allocator) -> {
            int[] of = new int[allocator.request().applicants().size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = links.isEmpty() ? -1 : onlyLink(allocator, i);
                if (of[i] >= 0) {
                    named[of[i]] = true;
                }
            }
            linkOf.put(stage, of);
        });
        for (int k = 0; k < named.length; k++) {
            if (!named[k]) {
                throw new IllegalArgumentException("a link names nobody: " + links.get(k));
            }
        }
    }

    /// The link that an applicant falls under, -1 for none.
    private int onlyLink(Allocator allocator, int applicant) {
        List<String> above = allocator.above(allocator.request().applicants().get(applicant));
        int found = -1;
        for (int k = 0; k < links.size(); k++) {
            if (above.contains(links.get(k).holder())) {
                if (found >= 0) {
                    throw new IllegalArgumentException(
                            "links overlap: " + links.get(found) + ", " + links.get(k));
                }
                found = k;
            }
        }
        return found;
    }

    private int linkOf(PlanStage stage, int applicant) {
        int[] of = linkOf.get(stage);
        return of == null ? -1 : of[applicant];
    }

    private Linked outcome() {
        Map<PlanStage, Allocation> plans = new EnumMap<>(PlanStage.class);
        stages.forEach((stage, allocator) -> plans.put(stage, allocator.plan(fit(stage))));
        List<FeedLink.State> alone = states(plans, new double[links.size()]);
        boolean holds =
                alone.stream().allMatch(s -> s.separatedT() <= Math.floor(s.feedT() + CLOSE_T));
        return holds ? new Linked.Planned(plans, alone) : together();
    }

    private List<FeedLink.State> states(Map<PlanStage, Allocation> plans, double[] prices) {
        long[] mined = new long[links.size()];
        long[] separated = new long[links.size()];
        plans.forEach((stage, plan) -> {
            for (int i = 0; i < plan.rows().size(); i++) {
                int k = linkOf(stage, i);
                long tonnes = plan.rows().get(i).tonnes();
                if (k >= 0) {
                    mined[k] += stage.isMining() ? tonnes : 0;
                    separated[k] += stage.isMining() ? 0 : tonnes;
                }
            }
        });
        List<FeedLink.State> states = new ArrayList<>();
        for (int k = 0; k < mined.length; k++) {
            FeedLink link = links.get(k);
            double feed = link.recovery() * mined[k] + link.otherFeedT();
            states.add(new FeedLink.State(link, mined[k], separated[k], feed, prices[k]));
        }
        return states;
    }

    private Linked together() {
        Joint joint = new Joint();
        BoxProgram.Solution solution = joint.solved();
        Map<String, Long> missing = joint.missing(solution);
        if (!missing.isEmpty()) {
            return new Linked.Unfed(missing);
        }
        if (!solution.isSolved()) {
            throw new IllegalStateException("the joint plan did not settle");
        }
        Map<PlanStage, Allocation> plans = new EnumMap<>(PlanStage.class);
        stages.forEach((stage, allocator) -> {
            if (stage.isMining()) {
                plans.put(stage, joint.plan(stage, allocator, solution));
            }
        });
        double[] prices = joint.prices(solution);
        List<FeedLink.State> states = states(plans, prices);
        Allocator separation = new Allocator(fed(stage(PlanStage.SEPARATION).request(), states));
        plans.put(
                PlanStage.SEPARATION,
                separation.plan(separation.fitted(fit(PlanStage.SEPARATION))));
        return new Linked.Planned(plans, states(plans, prices));
    }

    /// The request of separation with what is really mined as a limit. Tonnes that whole numbers
    /// leave without feed, fewer than links, go to the reserve.
    private Request fed(Request request, List<FeedLink.State> states) {
        Map<String, Long> limits = new HashMap<>();
        for (FeedLink.State state : states) {
            limits.put(state.link().holder(), (long) Math.floor(state.feedT() + CLOSE_T));
        }
        List<Band> bands =
                request.bands().stream().map(band -> band.within(limits.get(band.id()))).toList();
        List<Applicant> applicants =
                request.applicants().stream().map(a -> a.fedBy(limits.get(a.id()))).toList();
        return new Request(
                request.policy(),
                request.gates(),
                request.lines(),
                bands,
                applicants,
                request.consequences());
    }

    /// All stages as one program: their boxes one after the other, then a box of missing feed for
    /// each link.
    private final class Joint {
        private final Map<PlanStage, WaterFilling.Task> tasks = new EnumMap<>(PlanStage.class);
        private final Map<PlanStage, Integer> offsets = new EnumMap<>(PlanStage.class);
        private final int ordinary;
        private final List<BoxProgram.Row> rows = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final int firstLink;

        Joint() {
            int n = 0;
            for (Map.Entry<PlanStage, Allocator> stage : stages.entrySet()) {
                WaterFilling.Task task = stage.getValue().task(fit(stage.getKey()));
                tasks.put(stage.getKey(), task);
                offsets.put(stage.getKey(), n);
                n += task.weights().length;
            }
            ordinary = n;
            tasks.forEach(this::addBands);
            firstLink = rows.size();
            for (int k = 0; k < links.size(); k++) {
                addLink(k);
            }
        }

        private int offset(PlanStage stage) {
            return offsets.getOrDefault(stage, 0);
        }

        private void addBands(PlanStage stage, WaterFilling.Task task) {
            BandTree tree = task.tree();
            for (int v = 0; v < tree.size(); v++) {
                List<Integer> inside = new ArrayList<>();
                for (int i = 0; i < task.node().length; i++) {
                    for (int up = task.node()[i]; up >= 0; up = tree.parent(up)) {
                        if (up == v) {
                            inside.add(offset(stage) + i);
                        }
                    }
                }
                int[] boxes = inside.stream().mapToInt(Integer::intValue).toArray();
                double[] ones = new double[boxes.length];
                Arrays.fill(ones, 1);
                double low = v == BandTree.ROOT ? task.total() : tree.min(v);
                double high = v == BandTree.ROOT ? task.total() : tree.max(v);
                groups.add(tree.id(v));
                rows.add(new BoxProgram.Row(boxes, ones, low, high));
            }
        }

        private void addLink(int k) {
            TreeMap<Integer, Double> entries = new TreeMap<>();
            stages.forEach((stage, allocator) -> {
                for (int i = 0; i < allocator.request().applicants().size(); i++) {
                    if (linkOf(stage, i) == k) {
                        double factor = stage.isMining() ? -links.get(k).recovery() : 1;
                        entries.put(offset(stage) + i, factor);
                    }
                }
            });
            entries.put(ordinary + k, -1.0);
            rows.add(
                    new BoxProgram.Row(
                            entries.keySet().stream().mapToInt(Integer::intValue).toArray(),
                            entries.values().stream().mapToDouble(Double::doubleValue).toArray(),
                            Double.NEGATIVE_INFINITY,
                            links.get(k).otherFeedT()));
        }

        BoxProgram.Solution solved() {
            int n = ordinary + links.size();
            double[] weights = new double[n];
            double[] floors = new double[n];
            double[] ceilings = new double[n];
            double[] shifts = new double[n];
            tasks.forEach((stage, task) -> {
                int from = offset(stage);
                for (int i = 0; i < task.weights().length; i++) {
                    weights[from + i] = task.weights()[i];
                    floors[from + i] = task.floors()[i];
                    ceilings[from + i] = task.ceilings()[i];
                }
            });
            Arrays.fill(weights, ordinary, n, MISSING_WEIGHT);
            Arrays.fill(ceilings, ordinary, n, Policy.TOTAL_MAX_T);
            Arrays.fill(shifts, ordinary, n, 1);
            return BoxProgram.solved(new BoxProgram.Boxes(weights, floors, ceilings, shifts), rows);
        }

        Map<String, Long> missing(BoxProgram.Solution solution) {
            Map<String, Long> missing = new TreeMap<>();
            for (int k = 0; k < links.size(); k++) {
                double tonnes = solution.x()[ordinary + k];
                if (tonnes > MISSING_MIN_T) {
                    missing.put(links.get(k).holder(), Math.round(tonnes));
                }
            }
            return missing;
        }

        double[] prices(BoxProgram.Solution solution) {
            double[] prices = new double[links.size()];
            Arrays.setAll(prices, k -> Math.max(0, -solution.multipliers()[firstLink + k]));
            return prices;
        }

        /// A mining stage in whole tonnes, with the level that each enterprise was filled to.
        Allocation plan(PlanStage stage, Allocator allocator, BoxProgram.Solution solution) {
            WaterFilling.Task task = allocator.task(fit(stage));
            int from = offset(stage);
            double[] exact = Arrays.copyOfRange(solution.x(), from, from + task.weights().length);
            List<Allocation.Level> levels = new ArrayList<>();
            double[] prices = prices(solution);
            for (int i = 0; i < exact.length; i++) {
                int k = linkOf(stage, i);
                double level = 1;
                String whose = "";
                for (int r = 0; r < firstLink; r++) {
                    boolean holds = Math.abs(solution.multipliers()[r]) > 0;
                    if (holds && Arrays.binarySearch(rows.get(r).boxes(), from + i) >= 0) {
                        level += solution.multipliers()[r];
                        whose = groups.get(r);
                    }
                }
                boolean linked = k >= 0 && prices[k] > 0;
                level += linked ? links.get(k).recovery() * prices[k] : 0;
                whose = linked ? links.get(k).holder() : whose;
                levels.add(new Allocation.Level(whose, level, 0));
            }
            return allocator.linked(fit(stage), exact, levels);
        }
    }
}
