package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.LimitCheck.Place;
import org.ytterby.core.environment.RecoveryRates.Kind;
import org.ytterby.core.environment.RecoveryRates.Rate;
import org.ytterby.core.environment.SpeciesBalance.Discharge;
import org.ytterby.core.environment.SpeciesBalance.Species;
import org.ytterby.core.environment.ThroughputCheck.Norm;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;

/// What the returns of one plant say over some months, beside what the ledger itself says.
///
/// @param kinds what it is on the last day
/// @param lines its figures against the limits that bind it
/// @param throughput its output as the ledger has it against what was used; of the months in which
///   every figure with a norm was returned
public record PlantReview(
        int facility,
        Set<String> kinds,
        List<LimitCheck.Line> lines,
        List<Compared> rates,
        List<BalancedSpecies> balances,
        ThroughputCheck throughput) {
    private static final String WASTE_WATER = "waste_water";
    private static final String RESERVES_USED = "reserves_used";
    private static final String CHEMICAL = "chemical";
    private static final String RECOVERED = "recovered";

    /// A rate by the ledger, and the mean of the months that declared it.
    ///
    /// @param computed null where the ledger cannot tell it
    /// @param declared NaN where nobody did
    /// @param difference computed minus declared; NaN where one of them is missing
    public record Compared(
            Kind kind, @Nullable Rate computed, double declared, double difference) {}

    /// A balance, and of how many months what was discharged is known.
    public record BalancedSpecies(SpeciesBalance balance, int monthsDischarged) {}

    /// Reviews a plant.
    ///
    /// @param facility position in the registry
    public static PlantReview of(
            Ledger ledger, ReturnBook book, EnvironmentLaw law, int facility, Months months) {
        Set<String> kinds =
                PlantKinds.of(ledger.declarations(), facility, months.span().untilMicros() - 1);
        return new Reviewing(ledger, book, law, months, facility).review(kinds);
    }

    /// Whether more was used than the declared output explains.
    public boolean isStriking() {
        return throughput.isStriking();
    }

    /// Figures beyond a limit.
    public List<LimitCheck.Line> exceeded() {
        return lines.stream().filter(line -> line.judgement() == Judgement.BROKEN).toList();
    }

    /// What a facility put out in a span, t REO. O(its lines).
    public static double outputT(Ledger ledger, int facility, Span span) {
        return outputT(ledger, facility, (LongPredicate) span::contains);
    }

    /// What a facility put out at the times that a test accepts, t REO. O(its lines).
    private static double outputT(Ledger ledger, int facility, LongPredicate counts) {
        FlowTable flows = ledger.flows();
        double kg = 0;
        for (int line : ledger.linesByFacility().items(facility)) {
            boolean isMade =
                    ledger.type(line) == FlowType.EXTRACTION
                            || (ledger.type(line) == FlowType.PROCESSING
                                    && flows.direction(line) == Direction.OUT);
            if (isMade
                    && ledger.declarations()
                            .products()
                            .get(flows.product(line))
                            .stage()
                            .countsAsOutput()
                    && counts.test(ledger.timeMicros(line))) {
                kg += ledger.reoKg(line);
            }
        }
        return kg / Mass.KG_PER_T;
    }

    private record Reviewing(
            Ledger ledger, ReturnBook book, EnvironmentLaw law, Months months, int facility) {
        PlantReview review(Set<String> kinds) {
            String id = ledger.registry().facility(facility).id();
            List<MonthlyReturn> returns =
                    book.of(facility).values().stream()
                            .filter(r -> months.contains(r.month()))
                            .toList();
            return new PlantReview(
                    facility,
                    kinds,
                    LimitCheck.of(
                            returns,
                            List.of(new Place(id, kinds)),
                            law.limits(),
                            months.from(),
                            months.until()),
                    rates(returns),
                    balances(returns),
                    throughput(id, kinds, returns));
        }

        private List<Compared> rates(List<MonthlyReturn> returns) {
            double usedT =
                    returns.stream()
                            .mapToDouble(r -> r.figures().getOrDefault(RESERVES_USED, 0.0))
                            .sum();
            List<Rate> computed =
                    RecoveryRates.of(
                            ledger,
                            facility,
                            months.span(),
                            usedT > 0 ? usedT * Mass.KG_PER_T : Double.NaN);
            List<Compared> rates = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                Rate rate = RecoveryRates.find(computed, kind).orElse(null);
                double declared =
                        returns.stream()
                                .filter(r -> r.figures().containsKey(kind.indicator()))
                                .mapToDouble(r -> r.figures().getOrDefault(kind.indicator(), 0.0))
                                .average()
                                .orElse(Double.NaN);
                if (rate != null || !Double.isNaN(declared)) {
                    rates.add(
                            new Compared(
                                    kind,
                                    rate,
                                    declared,
                                    rate == null
                                            ? Double.NaN
                                            : RecoveryRates.beside(rate, declared).difference()));
                }
            }
            return rates;
        }

        private List<BalancedSpecies> balances(List<MonthlyReturn> returns) {
            List<BalancedSpecies> balances = new ArrayList<>();
            for (Species species : Species.values()) {
                List<Discharge> discharges = new ArrayList<>();
                for (MonthlyReturn r : returns) {
                    Double volume = r.figures().get(WASTE_WATER);
                    Double concentration = r.figures().get(species.indicator());
                    if (volume != null && concentration != null) {
                        discharges.add(new Discharge(volume, concentration));
                    }
                }
                SpeciesBalance balance =
                        SpeciesBalance.of(
                                species,
                                substances(returns, CHEMICAL),
                                substances(returns, RECOVERED),
                                discharges,
                                0, // chemicals are told as used, so stores do not matter
                                law.shares());
                if (balance.inKg() > 0 || balance.dischargedKg() > 0) {
                    balances.add(new BalancedSpecies(balance, discharges.size()));
                }
            }
            return balances;
        }

        /// Kilograms of each pure substance.
        private SortedMap<String, Double> substances(List<MonthlyReturn> returns, String medium) {
            SortedMap<String, Double> kg = new TreeMap<>();
            for (Indicator indicator : law.indicators()) {
                if (indicator.medium().equals(medium)) {
                    double tonnes =
                            returns.stream()
                                    .mapToDouble(
                                            r -> r.figures().getOrDefault(indicator.code(), 0.0))
                                    .sum();
                    if (tonnes > 0) {
                        kg.merge(indicator.substance(), tonnes * Mass.KG_PER_T, Double::sum);
                    }
                }
            }
            return kg;
        }

        private ThroughputCheck throughput(
                String id, Set<String> kinds, List<MonthlyReturn> returns) {
            List<Norm> norms =
                    law.norms().stream()
                            .filter(n -> n.kinds().stream().anyMatch(kinds::contains))
                            .map(EnvironmentLaw.KindNorm::norm)
                            .toList();
            Set<String> asked = norms.stream().map(Norm::indicator).collect(Collectors.toSet());
            Set<Integer> whole = new TreeSet<>();
            SortedMap<String, Double> used = new TreeMap<>();
            for (MonthlyReturn r : returns) {
                if (r.figures().keySet().containsAll(asked)) {
                    whole.add(r.month().getYear() * 12 + r.month().getMonthValue() - 1);
                    asked.forEach(code ->
                            used.merge(code, r.figures().getOrDefault(code, 0.0), Double::sum));
                }
            }
            double declared =
                    outputT(ledger, facility, at -> whole.contains(LedgerTime.monthOf(at)));
            return ThroughputCheck.of(id, declared, used, norms);
        }
    }
}
