package org.ytterby.server.supervision;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.VarianceShare;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.supervision.InspectionPlan;
import org.ytterby.server.analysis.FindingRow;

/// A facility to visit, as it is answered.
///
/// @param findings the most serious of them
/// @param allFindings how many there are
/// @param doubtKg what findings of the most serious kind put in doubt, kg, in the measure of each
///   rule
/// @param element whose balance is in most doubt; absent, as its figures are, where there is none
/// @param differenceKg positive when material is missing, negative when it came from nowhere
/// @param measure what to measure again, by its share of the doubt in that balance
/// @param count what to count: the heaviest lots that the books say are there
/// @param consumption what was used, where it fits more than the declared output
record VisitRow(
        String facility,
        String party,
        String region,
        List<FindingRow> findings,
        int allFindings,
        double doubtKg,
        @Nullable String element,
        @Nullable Double differenceKg,
        @Nullable Double sigmaKg,
        List<MeasureRow> measure,
        List<StockRow> count,
        @Nullable ConsumptionRow consumption) {
    /// @param kind `weighing` or `assaying`
    /// @param stage of the products measured
    /// @param share of the variance of the balance
    record MeasureRow(String kind, String method, String stage, double share) {
        static MeasureRow of(VarianceShare share) {
            return new MeasureRow(
                    share.kind().name().toLowerCase(Locale.ROOT),
                    share.method(),
                    share.stage().code(),
                    share.share());
        }
    }

    /// @param kg dry mass
    record StockRow(String lot, double kg) {}

    /// What was used this year beside the output.
    ///
    /// @param impliedT t REO that it fits
    /// @param declaredT t REO that the ledger has
    /// @param z how many standard uncertainties lie between them
    record ConsumptionRow(double impliedT, double declaredT, double z) {}

    static VisitRow of(Ledger ledger, InspectionPlan.Visit visit) {
        return new VisitRow(
                ledger.registry().facility(visit.facility()).id(),
                ledger.registry().ownerOf(visit.facility()).id(),
                ledger.registry().facility(visit.facility()).region(),
                visit.findings().stream().map(FindingRow::of).toList(),
                visit.allFindings(),
                visit.doubtKg(),
                visit.suspect().map(s -> s.element().name()).orElse(null),
                visit.suspect().map(InspectionPlan.Suspect::differenceKg).orElse(null),
                visit.suspect().map(InspectionPlan.Suspect::sigmaKg).orElse(null),
                visit.measure().stream().map(MeasureRow::of).toList(),
                visit.count().stream()
                        .map(s -> new StockRow(ledger.flows().lotId(s.lot()), s.kg()))
                        .toList(),
                visit.consumption()
                        .map(c -> new ConsumptionRow(c.impliedT(), c.declaredT(), c.z()))
                        .orElse(null));
    }
}
