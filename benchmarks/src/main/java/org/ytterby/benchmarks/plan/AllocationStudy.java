package org.ytterby.benchmarks.plan;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Allocator;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.Band;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.Outcome;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.core.plan.allocation.ScoreLine;
import org.ytterby.core.plan.opinion.BackTest;
import org.ytterby.formats.PublishedPlans;

/// Seconds to plan one stage of ten thousand enterprises in a hundred groups of ten, with ten gates
/// and ten lines of score, from the request to whole tonnes with all explanations; and the
/// back-test over published plans.
public final class AllocationStudy implements Study {
    private static final int ENTERPRISES = 10_000;
    private static final int GROUPS = 100;
    private static final int PARENTS = 10;
    private static final int LINES = 10;
    private static final int ROUNDS = 10;
    private static final int YEAR = 2026;
    private static final double NANOS = 1e9;
    private static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);

    @Override
    public String name() {
        return "allocation";
    }

    @Override
    public String summary() {
        return "plans 10,000 enterprises, and tells published plans (arguments: enterprises, rounds)";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int enterprises =
                arguments.isEmpty() ? ENTERPRISES : Integer.parseInt(arguments.getFirst());
        int rounds = arguments.size() < 2 ? ROUNDS : Integer.parseInt(arguments.get(1));
        out.printf(
                "%,d enterprises, %d groups, %d gates, %d lines; bar 1 s for 10,000%n%n",
                enterprises, GROUPS + PARENTS, LINES, LINES);
        out.println("| round | wall, s | processor, s | placed, t |");
        out.println("|---|---|---|---|");
        for (int round = 1; round <= rounds; round++) {
            Request request = request(enterprises, new SplittableRandom(round));
            long start = System.nanoTime();
            long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Outcome outcome = Allocator.outcome(request);
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
            long wall = System.nanoTime() - start;
            out.printf(
                    "| %d | %.3f | %.3f | %,d |%n",
                    round, wall / NANOS, used / NANOS, placedT(outcome));
        }
        backTest(out);
    }

    private static long placedT(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Planned(Allocation plan) -> plan.placedT();
            case Outcome.Contradicted gap ->
                    throw new IllegalStateException("the study's inputs have a gap: " + gap);
        };
    }

    private static void backTest(PrintStream out) {
        out.printf(
                "%n| scope | from | to | same shares, %% | formula, %% |%n|---|---|---|---|---|%n");
        for (BackTest.Pair pair : BackTest.pairs(PublishedPlans.shipped())) {
            out.printf(
                    "| %s | %s | %s | %.2f | %.2f |%n",
                    pair.after().scope(),
                    pair.before().period(),
                    pair.after().period(),
                    100 * pair.persistence(),
                    100 * pair.formula());
        }
    }

    private static Request request(int enterprises, SplittableRandom random) {
        List<Gate> gates = new ArrayList<>();
        List<ScoreLine> lines = new ArrayList<>();
        for (int j = 0; j < LINES; j++) {
            gates.add(gate("gate" + j));
            lines.add(
                    new ScoreLine(
                            "line" + j,
                            "line " + j,
                            "第" + j + "项",
                            1.0 / LINES,
                            new ScoreLine.Benchmark(
                                    ScoreLine.Direction.HIGHER, 1, "", 0, "study")));
        }
        List<Applicant> applicants = new ArrayList<>();
        long quotas = 0;
        long[] ofGroup = new long[GROUPS];
        for (int i = 0; i < enterprises; i++) {
            long quota = random.nextLong(1, 5_000);
            quotas += quota;
            ofGroup[i % GROUPS] += quota;
            applicants.add(applicant(i, quota, random));
        }
        List<Band> bands = new ArrayList<>();
        for (int p = 0; p < PARENTS; p++) {
            bands.add(Band.open("p" + p, "", "p", "p"));
        }
        for (int g = 0; g < GROUPS; g++) {
            String parent = "p" + g % PARENTS;
            long most = ofGroup[g] * (g % 2 == 0 ? 104 : 130) / 100;
            bands.add(new Band("g" + g, parent, "g", "g", ofGroup[g] / 2, most, 1));
        }
        Policy policy =
                new Policy(
                        PlanStage.SEPARATION,
                        YEAR,
                        LedgerTime.DAY,
                        quotas * 105 / 100,
                        0,
                        new Policy.Tuning(0.5, 0.2, 0.3, 10, Double.NaN),
                        Policy.OnGap.REFUSE);
        return new Request(policy, gates, lines, bands, applicants, Map.of());
    }

    private static Gate gate(String name) {
        return new Gate(
                Set.of(PlanStage.SEPARATION),
                new Condition(
                        name,
                        name,
                        Comparison.AT_LEAST,
                        1,
                        "",
                        Set.of(),
                        ALWAYS,
                        new Clause(name, name, "study", Confidence.SET)));
    }

    private static Applicant applicant(int i, long quota, SplittableRandom random) {
        Map<String, Evidence> evidence = new HashMap<>();
        for (int j = 0; j < LINES; j++) {
            evidence.put("gate" + j, new Evidence(1, true, ALWAYS, ""));
            evidence.put("line" + j, new Evidence(random.nextDouble(1.2), true, ALWAYS, ""));
        }
        List<Applicant.PastYear> history = new ArrayList<>();
        for (int year = YEAR - 3; year < YEAR; year++) {
            double output = quota * random.nextDouble(0.8, 1.1);
            history.add(new Applicant.PastYear(year, output, true, quota));
        }
        double capacity = quota * random.nextDouble(1.3, 2);
        return new Applicant(
                "e" + i,
                "e" + i,
                "e" + i,
                "g" + i % GROUPS,
                Set.of(),
                new Applicant.Means(
                        capacity, Double.NaN, Double.NaN, capacity, Double.NaN, Double.NaN),
                history,
                evidence);
    }
}
