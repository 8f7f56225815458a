package org.ytterby.core.plan.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Allocator;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.Outcome;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;

/// How well a published plan could have been told from those before it: by the formula as it is
/// shipped, and by "the same shares as last time".
///
/// Of published plans only holders and tonnes are known. So the formula runs without scores, gates
/// and bounds, and what is tested is its reference: the median of up to three periods. Nothing is
/// fitted. Periods of different length are brought to the same total by their shares.
public final class BackTest {
    private static final int PERIODS_MAX = 3;
    private static final double HUGE_T = Policy.TOTAL_MAX_T;

    private BackTest() {}

    /// What was published for one period.
    ///
    /// @param period such as `2021`, or `2019-b1` for a batch
    /// @param scope what it covers: periods of one scope are compared
    /// @param tonnes whole tonnes by holder
    public record Published(String period, String scope, SortedMap<String, Long> tonnes) {
        public Published {
            tonnes = new TreeMap<>(tonnes);
        }

        long totalT() {
            return tonnes.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean isBatch() {
            return period.contains("-b");
        }
    }

    /// Two periods, one after the other.
    ///
    /// @param persistence share of the total that "the same shares" puts in the wrong place
    /// @param formula share of the total that the formula puts in the wrong place
    /// @param largestChange largest change of a holder against the period before, as a share of it;
    ///   NaN where a batch stands beside a year
    public record Pair(
            Published before,
            Published after,
            double persistence,
            double formula,
            double largestChange) {}

    /// Every pair of neighbours that have the same holders.
    ///
    /// @param published of each scope in the order of time
    public static List<Pair> pairs(List<Published> published) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            Published after = published.get(i);
            List<Published> before = comparable(published.subList(0, i), after);
            if (!before.isEmpty()) {
                pairs.add(pair(before, after));
            }
        }
        return pairs;
    }

    /// The last few periods of the same scope and holders, newest last.
    private static List<Published> comparable(List<Published> earlier, Published after) {
        Set<String> holders = after.tonnes().keySet();
        List<Published> same =
                earlier.stream()
                        .filter(p -> p.scope().equals(after.scope()))
                        .filter(p -> p.tonnes().keySet().equals(holders))
                        .toList();
        return same.subList(Math.max(0, same.size() - PERIODS_MAX), same.size());
    }

    private static Pair pair(List<Published> before, Published after) {
        Published last = before.getLast();
        double persistence = 0;
        double formula = 0;
        double change = 0;
        Map<String, Long> told = told(before, after);
        for (Map.Entry<String, Long> holder : after.tonnes().entrySet()) {
            double was = last.tonnes().getOrDefault(holder.getKey(), 0L);
            double is = holder.getValue();
            persistence += Math.abs(was / last.totalT() * after.totalT() - is);
            formula += Math.abs(told.getOrDefault(holder.getKey(), 0L) - is);
            change = Math.max(change, Math.abs(is / was - 1));
        }
        return new Pair(
                last,
                after,
                persistence / 2 / after.totalT(),
                formula / 2 / after.totalT(),
                last.isBatch() == after.isBatch() ? change : Double.NaN);
    }

    /// What the formula gives each holder.
    private static Map<String, Long> told(List<Published> before, Published after) {
        int year = PERIODS_MAX + 1;
        List<Applicant> holders = new ArrayList<>();
        for (String holder : after.tonnes().keySet()) {
            List<Applicant.PastYear> history = new ArrayList<>();
            for (int k = 0; k < before.size(); k++) {
                Published past = before.get(k);
                double share = past.tonnes().getOrDefault(holder, 0L) / (double) past.totalT();
                double tonnes = share * after.totalT();
                history.add(
                        new Applicant.PastYear(
                                year - before.size() + k, tonnes, true, (long) Math.ceil(tonnes)));
            }
            holders.add(
                    new Applicant(
                            holder,
                            holder,
                            holder,
                            "",
                            Set.of(),
                            new Applicant.Means(
                                    HUGE_T, HUGE_T, HUGE_T, HUGE_T, Double.NaN, Double.NaN),
                            history,
                            Map.of()));
        }
        Policy policy =
                new Policy(
                        PlanStage.SEPARATION,
                        year,
                        LedgerTime.DAY,
                        after.totalT(),
                        0,
                        new Policy.Tuning(0, 1, Double.POSITIVE_INFINITY, 1, Double.NaN),
                        Policy.OnGap.REFUSE);
        Request request = new Request(policy, List.of(), List.of(), List.of(), holders, Map.of());
        Map<String, Long> told = new TreeMap<>();
        switch (Allocator.outcome(request)) {
            case Outcome.Planned(Allocation plan) ->
                    plan.rows().forEach(row -> told.put(row.applicant().id(), row.tonnes()));
            case Outcome.Contradicted gap ->
                    throw new IllegalStateException("unbounded holders have a gap: " + gap);
        }
        return told;
    }
}
