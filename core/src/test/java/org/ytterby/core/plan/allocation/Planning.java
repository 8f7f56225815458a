package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// Small requests in few words, for tests.
public final class Planning {
    static final int YEAR = 2026;
    static final long DAY = 1_000 * LedgerTime.DAY;
    static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);
    static final Clause CLAUSE = new Clause("a rule", "规则", "notice", Confidence.SEEN);

    private final List<Applicant> applicants = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<ScoreLine> lines = new ArrayList<>();
    private final Map<String, List<Consequence>> consequences = new HashMap<>();
    private double beta = 0.5;
    private double down = 1;
    private double up = Double.POSITIVE_INFINITY;
    private long reserve;
    private Policy.OnGap onGap = Policy.OnGap.REFUSE;

    Planning beta(double value) {
        beta = value;
        return this;
    }

    Planning bounds(double deltaDown, double deltaUp) {
        down = deltaDown;
        up = deltaUp;
        return this;
    }

    Planning reserve(long tonnes) {
        reserve = tonnes;
        return this;
    }

    Planning relaxing() {
        onGap = Policy.OnGap.RELAX;
        return this;
    }

    Planning band(String id, String parent, long min, long max) {
        bands.add(new Band(id, parent, id, id, min, max, 1));
        return this;
    }

    public Planning gate(String indicator, double least) {
        gates.add(
                new Gate(
                        Set.of(PlanStage.SEPARATION),
                        new Condition(
                                indicator,
                                indicator,
                                Comparison.AT_LEAST,
                                least,
                                "",
                                Set.of(),
                                ALWAYS,
                                CLAUSE)));
        return this;
    }

    public Planning line(
            String indicator, double weight, ScoreLine.Direction direction, double full) {
        lines.add(
                new ScoreLine(
                        indicator,
                        indicator,
                        indicator,
                        weight,
                        new ScoreLine.Benchmark(direction, full, "", 0, "test")));
        return this;
    }

    Planning consequence(String id, Consequence.Kind kind, double share) {
        List<Consequence> all = new ArrayList<>(consequences.getOrDefault(id, List.of()));
        all.add(new Consequence(kind, share, CLAUSE));
        consequences.put(id, all);
        return this;
    }

    Planning with(Applicant applicant) {
        applicants.add(applicant);
        return this;
    }

    /// Somebody who got and made `quota` in each of three years and can do `capacity`.
    public Planning firm(String id, String group, long quota, double capacity, Object... evidence) {
        return with(applicant(id, group, quota, capacity, evidence));
    }

    static Applicant applicant(
            String id, String group, long quota, double capacity, Object... evidence) {
        List<Applicant.PastYear> history = new ArrayList<>();
        for (int year = YEAR - 3; year < YEAR && quota > 0; year++) {
            history.add(new Applicant.PastYear(year, quota, true, quota));
        }
        Map<String, Evidence> figures = new HashMap<>();
        for (int k = 0; k < evidence.length; k += 2) {
            double value = ((Number) evidence[k + 1]).doubleValue();
            figures.put((String) evidence[k], new Evidence(value, true, ALWAYS, "report"));
        }
        return new Applicant(
                id,
                id,
                id,
                group,
                Set.of(),
                new Applicant.Means(
                        capacity, Double.NaN, Double.NaN, capacity, capacity, Double.NaN),
                history,
                figures);
    }

    Request request(long total) {
        Policy policy =
                new Policy(
                        PlanStage.SEPARATION,
                        YEAR,
                        DAY,
                        total,
                        reserve,
                        new Policy.Tuning(beta, down, up, 10, Double.NaN),
                        onGap);
        return new Request(policy, gates, lines, bands, applicants, consequences);
    }

    public Allocation plan(long total) {
        return plan(request(total));
    }

    static Allocation plan(Request request) {
        return switch (Allocator.outcome(request)) {
            case Outcome.Planned(Allocation plan) -> plan;
            case Outcome.Contradicted gap -> throw new AssertionError("a gap: " + gap);
        };
    }

    Outcome.Contradicted gap(long total) {
        return switch (Allocator.outcome(request(total))) {
            case Outcome.Planned plan -> throw new AssertionError("no gap: " + plan);
            case Outcome.Contradicted gap -> gap;
        };
    }
}
