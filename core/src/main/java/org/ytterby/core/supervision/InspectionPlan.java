package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.balance.VarianceShare;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Where to go first, and what to weigh, sample and count there.
///
/// Facilities with findings, the most serious first; among equals the one with the most material in
/// doubt. What to measure follows from the balance in most doubt: the ways of measuring that
/// contribute most to its uncertainty.
///
/// What plants used beside their declared output is a reason to go there, and no [Rule], although
/// environmental returns are part of what is reconciled: every subject of a statistical rule enters
/// one family of p-values, and norms whose uncertainty is a planning value would weaken all others
/// (docs/adr/0061). Plants that have nothing but this come last.
public final class InspectionPlan {
    /// Most findings, ways of measuring and lots that a visit names.
    private static final int NAMED = 5;

    private InspectionPlan() {}

    /// A facility to visit.
    ///
    /// @param facility position in the registry
    /// @param findings about it, most serious first, the first few
    /// @param allFindings how many there are
    /// @param doubtKg what findings of the most serious kind put in doubt, kg, in the measure of
    ///   each rule; 0 where none says how much
    /// @param suspect the balance in most doubt; empty where the facility has none
    /// @param measure ways of measuring by their share of the doubt in that balance, largest first
    /// @param count lots that the books say are there, the heaviest first
    /// @param consumption that fits more than the declared output; empty where it does not
    public record Visit(
            int facility,
            List<Finding> findings,
            int allFindings,
            double doubtKg,
            Optional<Suspect> suspect,
            List<VarianceShare> measure,
            List<InStock> count,
            Optional<ThroughputCheck> consumption) {}

    /// A balance in doubt over all its periods.
    ///
    /// @param differenceKg positive when material is missing, negative when it came from nowhere
    /// @param sigmaKg its standard uncertainty
    public record Suspect(Element element, double differenceKg, double sigmaKg) {}

    /// What should be there of a lot.
    ///
    /// @param lot number of the lot
    /// @param kg dry mass
    public record InStock(int lot, double kg) {}

    /// The first visits. O(findings + balances + lots), and the balances of the visits anew.
    ///
    /// @param mayVisit whether a facility, by its position in the registry, is among those to
    ///   choose from
    /// @param striking what plants used, of those where it fits more than the declared output, by
    ///   their positions in the registry
    /// @param limit most visits, `>= 0`
    public static List<Visit> of(
            Reconciliation reconciliation,
            IntPredicate mayVisit,
            Map<Integer, ThroughputCheck> striking,
            int limit) {
        Ledger ledger = reconciliation.ledger();
        Map<String, List<Finding>> byFacility = new HashMap<>();
        for (Finding finding : reconciliation.findings()) {
            byFacility
                    .computeIfAbsent(finding.subject().facility(), _ -> new ArrayList<>())
                    .add(finding);
        }
        List<Risk> risks = new ArrayList<>();
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            List<Finding> findings =
                    byFacility.getOrDefault(ledger.registry().facility(f).id(), List.of());
            Optional<ThroughputCheck> consumption = Optional.ofNullable(striking.get(f));
            if ((!findings.isEmpty() || consumption.isPresent()) && mayVisit.test(f)) {
                risks.add(Risk.of(f, findings, consumption));
            }
        }
        risks.sort(
                Comparator.comparingInt(Risk::rank)
                        .thenComparing(Comparator.comparingDouble(Risk::doubtKg).reversed())
                        .thenComparing(Comparator.comparingDouble(Risk::z).reversed())
                        .thenComparingInt(Risk::facility));
        ErrorModel model = new ErrorModel(ledger);
        return risks.stream().limit(limit).map(risk -> visit(reconciliation, model, risk)).toList();
    }

    private record Risk(
            int facility,
            List<Finding> findings,
            double doubtKg,
            Optional<ThroughputCheck> consumption) {
        /// @param findings most serious first
        static Risk of(
                int facility, List<Finding> findings, Optional<ThroughputCheck> consumption) {
            if (findings.isEmpty()) {
                return new Risk(facility, findings, 0, consumption);
            }
            Severity most = findings.getFirst().severity();
            double doubtKg =
                    findings.stream()
                            .filter(f -> f.severity() == most)
                            .mapToDouble(f -> Math.abs(f.weight().massKg()))
                            .filter(Double::isFinite)
                            .sum();
            return new Risk(facility, findings, doubtKg, consumption);
        }

        /// The lower the sooner.
        int rank() {
            return findings.isEmpty()
                    ? Severity.values().length
                    : findings.getFirst().severity().ordinal();
        }

        /// How far what was used is above the declared output; 0 where it is not.
        double z() {
            return consumption.map(ThroughputCheck::z).orElse(0.0);
        }
    }

    private static Visit visit(Reconciliation reconciliation, ErrorModel model, Risk risk) {
        Optional<Suspect> suspect = suspect(reconciliation.balances(), risk.facility());
        List<VarianceShare> measure =
                suspect.flatMap(s ->
                                FacilityBalance.of(model, risk.facility())
                                        .map(b -> VarianceShare.of(b, s.element())))
                        .orElse(List.of());
        return new Visit(
                risk.facility(),
                first(risk.findings()),
                risk.findings().size(),
                risk.doubtKg(),
                suspect,
                first(measure),
                inStock(reconciliation.lots(), risk.facility()),
                risk.consumption());
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(NAMED, all.size())));
    }

    /// Of the elements of a facility the one whose sum of differences is most of its standard
    /// uncertainties from zero.
    private static Optional<Suspect> suspect(List<PeriodBalance> balances, int facility) {
        Map<Element, PeriodBalance> last = new HashMap<>();
        for (PeriodBalance balance : balances) {
            if (balance.facility() == facility) {
                last.put(balance.element(), balance); // the rows of an element go by time
            }
        }
        return last.values().stream()
                .filter(b -> b.statistics().cumulativeSigmaKg() > 0)
                .map(b ->
                        new Suspect(
                                b.element(),
                                b.statistics().cumulativeMg() / Mass.MG_PER_KG,
                                b.statistics().cumulativeSigmaKg()))
                .max(
                        Comparator.comparingDouble(
                                        (Suspect s) -> Math.abs(s.differenceKg()) / s.sigmaKg())
                                .thenComparing(Suspect::element, Comparator.reverseOrder()));
    }

    private static List<InStock> inStock(List<LotStock> lots, int facility) {
        return lots.stream()
                .filter(lot -> lot.facility() == facility && lot.remainingMg() > 0)
                .sorted(
                        Comparator.comparingLong(LotStock::remainingMg)
                                .reversed()
                                .thenComparingInt(LotStock::lot))
                .limit(NAMED)
                .map(lot -> new InStock(lot.lot(), lot.remainingMg() / Mass.MG_PER_KG))
                .toList();
    }
}
