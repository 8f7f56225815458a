package org.ytterby.core.plan.allocation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that one stage's plan is computed from.
///
/// @param lines of the score, weights summing to 1; empty where nothing is scored
/// @param bands every group that an applicant or a group names
/// @param applicants in any order: answers come by id
/// @param consequences of earlier conduct, by id of the applicant
public record Request(
        Policy policy,
        List<Gate> gates,
        List<ScoreLine> lines,
        List<Band> bands,
        List<Applicant> applicants,
        Map<String, List<Consequence>> consequences) {
    /// Sums of weights may be off by this much.
    public static final double WEIGHT_TOLERANCE = 1e-9;

    public Request {
        gates = List.copyOf(gates);
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        applicants = applicants.stream().sorted(Comparator.comparing(Applicant::id)).toList();
        consequences = Map.copyOf(consequences);
        checkWeights(lines);
        checkBenchmarks(policy, lines);
        checkBands(bands);
        checkApplicants(applicants, bands, consequences);
    }

    private static void checkWeights(List<ScoreLine> lines) {
        double sum = lines.stream().mapToDouble(ScoreLine::weight).sum();
        if (!lines.isEmpty() && Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
            throw new IllegalArgumentException("the weights sum to " + sum + ", not to 1");
        }
        Set<String> seen = new HashSet<>();
        for (ScoreLine line : lines) {
            if (!seen.add(line.indicator())) {
                throw new IllegalArgumentException("two lines score " + line.indicator());
            }
        }
    }

    private static void checkBenchmarks(Policy policy, List<ScoreLine> lines) {
        for (ScoreLine line : lines) {
            if (line.benchmark().fixedMicros() >= policy.dayMicros()) {
                throw new IllegalArgumentException(
                        "the benchmark of "
                                + line.indicator()
                                + " must be fixed before the day of the plan");
            }
        }
    }

    private static void checkBands(List<Band> bands) {
        Map<String, String> parents = new HashMap<>();
        for (Band band : bands) {
            if (band.id().isEmpty() || parents.put(band.id(), band.parent()) != null) {
                throw new IllegalArgumentException("two groups are called " + band.id());
            }
        }
        for (Band band : bands) {
            String up = band.id();
            for (int steps = 0; !up.isEmpty(); steps++) {
                String next = parents.get(up);
                if (next == null || steps > bands.size()) {
                    throw new IllegalArgumentException(
                            "group " + band.id() + " does not end at the top: " + up);
                }
                up = next;
            }
        }
    }

    private static void checkApplicants(
            List<Applicant> applicants,
            List<Band> bands,
            Map<String, List<Consequence>> consequences) {
        Set<String> groups = new HashSet<>(Set.of(""));
        bands.forEach(band -> groups.add(band.id()));
        Set<String> ids = new HashSet<>();
        for (Applicant applicant : applicants) {
            if (applicant.id().isEmpty() || !ids.add(applicant.id())) {
                throw new IllegalArgumentException("two applicants are called " + applicant.id());
            }
            if (!groups.contains(applicant.group())) {
                throw new IllegalArgumentException(
                        applicant.id() + " names no group there is: " + applicant.group());
            }
        }
        if (!ids.containsAll(consequences.keySet())) {
            throw new IllegalArgumentException("a consequence is for somebody who did not apply");
        }
    }
}
