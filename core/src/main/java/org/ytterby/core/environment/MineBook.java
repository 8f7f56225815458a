package org.ytterby.core.environment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.RecoveryRates.Kind;
import org.ytterby.core.environment.RecoveryRates.Rate;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.ReserveReport;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.StockpileMovement;
import org.ytterby.core.material.Mass;

/// What is left of a mine on a day: its last report of reserves, and the ledger since.
///
/// @param report null where it never reported
/// @param book null likewise
/// @param lost what of the ore it processed in the last year went to tailings
/// @param leftInGroundShare of the reserves used up that was not extracted; NaN without a report
public record MineBook(
        int facility,
        @Nullable ReserveReport report,
        @Nullable ResourceBook book,
        Lost lost,
        double leftInGroundShare) {
    private static final long YEAR = 365 * LedgerTime.DAY;

    /// A share of the REO in the ore, and who says so.
    ///
    /// @param share NaN where nobody does
    public record Lost(double share, Source source) {}

    /// Where a share was learnt.
    public enum Source {
        /// Tailings over what was processed, by the flow records.
        LEDGER,
        /// What the recovery of beneficiation leaves to 1, as the returns declare it.
        RETURNS,
        NOBODY
    }

    /// The books of mines, in the order of the registry.
    ///
    /// @param isAsked which, by their positions in the registry
    public static List<MineBook> of(Ledger ledger, IntPredicate isAsked, long atMicros) {
        ReturnBook returns = ReturnBook.of(ledger.declarations());
        List<MineBook> books = new ArrayList<>();
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (ledger.registry().facility(f).stage() == FacilityStage.MINE && isAsked.test(f)) {
                books.add(of(ledger, returns, f, atMicros));
            }
        }
        return books;
    }

    private static MineBook of(Ledger ledger, ReturnBook returns, int facility, long atMicros) {
        ReserveReport report = lastReport(ledger.declarations(), facility, atMicros);
        return new MineBook(
                facility,
                report,
                report == null ? null : book(ledger, report, atMicros),
                lost(ledger, returns, facility, new Span(atMicros - YEAR, atMicros)),
                report == null ? Double.NaN : 1 - report.miningRecovery());
    }

    /// By the ledger where it has what the mine processed, else as the mine declares it.
    private static Lost lost(Ledger ledger, ReturnBook returns, int facility, Span year) {
        Optional<Rate> rate =
                RecoveryRates.find(RecoveryRates.of(ledger, facility, year, Double.NaN), Kind.LOSS);
        if (rate.isPresent()) {
            return new Lost(rate.get().share(), Source.LEDGER);
        }
        double recovered =
                returns.of(facility).values().stream()
                        .filter(r -> year.contains(begin(r.month())))
                        .map(r -> r.figures().get(Kind.BENEFICIATION.indicator()))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN);
        return new Lost(1 - recovered, Double.isNaN(recovered) ? Source.NOBODY : Source.RETURNS);
    }

    private static long begin(YearMonth month) {
        return LedgerTime.parseDate(month.atDay(1).toString()).orElseThrow();
    }

    /// The latest report that was made up to a day; of two of the same day the later row.
    private static @Nullable ReserveReport lastReport(
            Declarations declared, int facility, long atMicros) {
        ReserveReport last = null;
        for (ReserveReport report : declared.context().stewardship().reserves()) {
            if (report.facility() == facility
                    && report.atMicros() <= atMicros
                    && (last == null || report.atMicros() >= last.atMicros())) {
                last = report;
            }
        }
        return last;
    }

    private static ResourceBook book(Ledger ledger, ReserveReport report, long atMicros) {
        return ResourceBook.of(
                ledger,
                report.facility(),
                new ResourceBook.Report(
                        report.atMicros(),
                        report.standard(),
                        report.provenT() * Mass.KG_PER_T,
                        report.resourcesT() * Mass.KG_PER_T),
                report.miningRecovery(),
                atMicros);
    }

    /// What the state stockpile holds of a product by its movements.
    ///
    /// @param product position in the list of products
    /// @param heldT taken in less released, t REO; below 0 where more was released than taken in
    public record Held(int product, double inT, double outT, double heldT) {}

    /// The stockpile on a day, in the order of the products.
    public static List<Held> stockpile(Declarations declared, long atMicros) {
        List<Held> held = new ArrayList<>();
        for (int p = 0; p < declared.products().size(); p++) {
            double in = 0;
            double out = 0;
            boolean isMoved = false;
            for (StockpileMovement movement : declared.context().stewardship().stockpile()) {
                if (movement.product() == p && movement.atMicros() <= atMicros) {
                    isMoved = true;
                    in += movement.isIn() ? movement.tonnesReo() : 0;
                    out += movement.isIn() ? 0 : movement.tonnesReo();
                }
            }
            if (isMoved) {
                held.add(new Held(p, in, out, in - out));
            }
        }
        return held;
    }
}
