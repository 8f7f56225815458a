package org.ytterby.core.plan.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Score;

/// What other ways of dividing would have given, beside an allocation. They change nothing in it.
///
/// Claims are the caps of those that may have a plan. Ways that rank compare those only, on the
/// lines of the score as far as they count.
///
/// @param rows of those that may have a plan, by id
/// @param entropyWeights of the lines of the score
public record SecondOpinions(List<Row> rows, double[] entropyWeights) {
    /// What other ways say of one enterprise.
    ///
    /// @param awardsT by rule, t REO
    /// @param lastShareT last year's share of what is placed, t REO
    /// @param efficiency by envelopment, 0 to 1; NaN where there are too many to compare
    /// @param closeness by TOPSIS, 0 to 1
    public record Row(
            String id,
            long tonnes,
            Map<ClaimsRule, Double> awardsT,
            double lastShareT,
            double efficiency,
            double closeness) {}

    /// Asks every way.
    public static SecondOpinions of(Allocation allocation) {
        List<Allocation.Row> able =
                allocation.rows().stream().filter(row -> row.grounds().isEligible()).toList();
        double placed = allocation.placedT();
        double[] claims = able.stream().mapToDouble(r -> r.grounds().caps().tonnes()).toArray();
        Map<ClaimsRule, double[]> awards = new EnumMap<>(ClaimsRule.class);
        for (ClaimsRule rule : ClaimsRule.values()) {
            awards.put(rule, rule.awards(claims, placed));
        }
        double[][] performance =
                able.stream()
                        .map(row ->
                                row.grounds().score().lines().stream()
                                        .mapToDouble(Score.Line::ratio)
                                        .toArray())
                        .toArray(double[][]::new);
        double[] efficiency = new double[able.size()];
        Arrays.fill(efficiency, Double.NaN);
        if (able.size() <= Envelopment.UNITS_MAX) {
            efficiency = Envelopment.efficiencies(performance);
        }
        EntropyTopsis topsis = EntropyTopsis.of(performance);
        double[] last = able.stream().mapToDouble(r -> r.bounds().lastYearT()).toArray();
        double lastSum = Arrays.stream(last).sum();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            Map<ClaimsRule, Double> own = new EnumMap<>(ClaimsRule.class);
            for (ClaimsRule rule : ClaimsRule.values()) {
                own.put(rule, awards.getOrDefault(rule, claims)[i]);
            }
            rows.add(
                    new Row(
                            able.get(i).applicant().id(),
                            able.get(i).tonnes(),
                            own,
                            lastSum > 0 ? last[i] / lastSum * placed : 0,
                            efficiency[i],
                            topsis.closeness()[i]));
        }
        return new SecondOpinions(List.copyOf(rows), topsis.weights());
    }

    /// Share of what is placed that a plan moves against last year's shares, `½ Σ |x/Σx - q/Σq|`
    /// over everybody, those without a plan included; NaN without a last year.
    public static double movedShare(Allocation allocation) {
        double placed = allocation.placedT();
        double last = allocation.rows().stream().mapToLong(r -> r.bounds().lastYearT()).sum();
        if (!(placed > 0) || !(last > 0)) {
            return Double.NaN;
        }
        double apart = 0;
        for (Allocation.Row row : allocation.rows()) {
            apart += Math.abs(row.tonnes() / placed - row.bounds().lastYearT() / last);
        }
        return apart / 2;
    }
}
