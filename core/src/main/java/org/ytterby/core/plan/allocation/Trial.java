package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// What is tried on the inputs of one stage, to see what moves. What is absent stays as it is.
///
/// @param tuning of the policy
/// @param weights by the indicator of the line; the other lines share what is left in the
///   proportions that they had
/// @param figure of one enterprise
/// @param conduct of one enterprise
public record Trial(
        PlanStage stage,
        Tuned tuning,
        Map<String, Double> weights,
        @Nullable Figure figure,
        @Nullable Conduct conduct) {
    private static final Span EVER = new Span(LedgerTime.BEGINNING, LedgerTime.END);

    /// Figures of the policy; null for those that stay.
    ///
    /// @param deltaDown largest fall, which makes floors
    /// @param deltaUp largest rise, which makes ceilings
    public record Tuned(
            @Nullable Long totalT,
            @Nullable Long reserveT,
            @Nullable Double beta,
            @Nullable Double deltaDown,
            @Nullable Double deltaUp) {}

    /// A figure of an enterprise, taken as proven.
    public record Figure(String applicant, String indicator, double value) {}

    /// A consequence of conduct beside those that there are.
    public record Conduct(String applicant, Consequence.Kind kind, double share) {}

    public Trial {
        weights = Map.copyOf(weights);
    }

    /// The request as it would be; that of another stage is left alone.
    ///
    /// @throws IllegalArgumentException if the trial asks for what no request can hold, or names
    ///   what is not in it
    public Request on(Request request) {
        if (request.policy().stage() != stage) {
            return request;
        }
        return new Request(
                policy(request.policy()),
                request.gates(),
                lines(request.lines()),
                request.bands(),
                applicants(request.applicants()),
                consequences(request));
    }

    private Policy policy(Policy before) {
        Policy.Tuning was = before.tuning();
        return new Policy(
                before.stage(),
                before.year(),
                before.dayMicros(),
                tuning.totalT == null ? before.totalT() : tuning.totalT,
                tuning.reserveT == null ? before.reserveT() : tuning.reserveT,
                new Policy.Tuning(
                        tuning.beta == null ? was.beta() : tuning.beta,
                        tuning.deltaDown == null ? was.deltaDown() : tuning.deltaDown,
                        tuning.deltaUp == null ? was.deltaUp() : tuning.deltaUp,
                        was.lifeYearsMin(),
                        was.utilisation()),
                before.onGap());
    }

    private List<ScoreLine> lines(List<ScoreLine> before) {
        for (String indicator : weights.keySet()) {
            if (before.stream().noneMatch(line -> line.indicator().equals(indicator))) {
                throw new IllegalArgumentException("no line scores " + indicator);
            }
        }
        double given = weights.values().stream().mapToDouble(w -> w).sum();
        double others =
                before.stream()
                        .filter(line -> !weights.containsKey(line.indicator()))
                        .mapToDouble(ScoreLine::weight)
                        .sum();
        double factor = others > 0 ? (1 - given) / others : 1;
        if (factor < 0) {
            throw new IllegalArgumentException("the weights sum to " + given + ", above 1");
        }
        List<ScoreLine> lines = new ArrayList<>();
        for (ScoreLine line : before) {
            double weight =
                    weights.getOrDefault(
                            line.indicator(),
                            weights.isEmpty() ? line.weight() : line.weight() * factor);
            lines.add(
                    new ScoreLine(
                            line.indicator(), line.en(), line.zh(), weight, line.benchmark()));
        }
        return lines;
    }

    private List<Applicant> applicants(List<Applicant> before) {
        Figure changed = figure;
        if (changed == null) {
            return before;
        }
        requireApplicant(before, changed.applicant);
        List<Applicant> applicants = new ArrayList<>();
        for (Applicant a : before) {
            applicants.add(a.id().equals(changed.applicant) ? with(a, changed) : a);
        }
        return applicants;
    }

    private static Applicant with(Applicant a, Figure changed) {
        Map<String, Evidence> evidence = new TreeMap<>(a.evidence());
        evidence.put(changed.indicator, new Evidence(changed.value, true, EVER, "what-if 试算"));
        return new Applicant(
                a.id(),
                a.name(),
                a.nameEn(),
                a.group(),
                a.kinds(),
                a.means(),
                a.history(),
                evidence);
    }

    private Map<String, List<Consequence>> consequences(Request request) {
        Conduct added = conduct;
        if (added == null) {
            return request.consequences();
        }
        requireApplicant(request.applicants(), added.applicant);
        Map<String, List<Consequence>> all = new TreeMap<>(request.consequences());
        List<Consequence> own = new ArrayList<>(all.getOrDefault(added.applicant, List.of()));
        own.add(
                new Consequence(
                        added.kind, added.share, new Clause("what-if", "试算", "", Confidence.SET)));
        all.put(added.applicant, List.copyOf(own));
        return all;
    }

    private static void requireApplicant(List<Applicant> applicants, String id) {
        if (applicants.stream().noneMatch(a -> a.id().equals(id))) {
            throw new IllegalArgumentException("nobody of that id applied: " + id);
        }
    }
}
