package org.ytterby.core.supervision;

import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.balance.Scatter;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.genealogy.OriginShares;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanUse;

/// The whole answer to one ledger package, every list in the order of its output file.
///
/// @param ledger the records in force
/// @param attribution of exported lots, lots in stock at the end and lots asked for
/// @param findings most serious first
/// @param detectable what each balanced facility could have hidden, in the order of facilities
/// @param scatter whether the declared uncertainties of each balanced facility agree with its data,
///   in the order of facilities; without those that have too few periods to tell
/// @param problems what could not be used, from reading and from judging
public record Reconciliation(
        Ledger ledger,
        List<PeriodBalance> balances,
        List<PlanUse> planUse,
        List<LotStock> lots,
        OriginShares attribution,
        List<Finding> findings,
        List<DetectableAmount> detectable,
        List<ScatterCheck> scatter,
        List<Problem> problems) {
    /// The smallest amount that the inventory test of a facility would have found with 95 %
    /// probability.
    ///
    /// @param facility position in the registry
    /// @param amountKg kg REO missing, or from nowhere, in the facility's own mix, spread evenly
    ///   over all its periods
    /// @param pLoss p-value of the loss side
    /// @param pGain p-value of the gain side
    public record DetectableAmount(int facility, double amountKg, double pLoss, double pGain) {}

    /// How widely the differences of a facility scatter beside its declared uncertainties, once
    /// steady flows and what the inventory test points at are taken out.
    ///
    /// @param facility position in the registry
    /// @param scatter what the test says
    /// @param pValue probability of such scatter anywhere among the facilities checked, where all
    ///   declared uncertainties are true
    /// @param disagrees whether the declared uncertainties are too small for the data
    public record ScatterCheck(int facility, Scatter scatter, double pValue, boolean disagrees) {}

    /// Whom a finding concerns: the party that it names, else the one that runs its facility; empty
    /// where it concerns none.
    public String concerned(Finding finding) {
        Finding.Subject subject = finding.subject();
        if (!subject.party().isEmpty()) {
            return subject.party();
        }
        Registry registry = ledger.registry();
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> registry.facility(f).id().equals(subject.facility()))
                .mapToObj(f -> registry.ownerOf(f).id())
                .findFirst()
                .orElse("");
    }

    /// Whether something was left out, so that the results are partial.
    public boolean isPartial() {
        return problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR);
    }
}
