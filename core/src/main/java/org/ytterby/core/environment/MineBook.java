package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.List;
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
/// @param lostShare of what it processed in the last year went to tailings, by the ledger; NaN
///   where the ledger cannot tell
/// @param leftInGroundShare of the reserves used up that was not extracted; NaN without a report
public record MineBook(
        int facility,
        @Nullable ReserveReport report,
        @Nullable ResourceBook book,
        double lostShare,
        double leftInGroundShare) {
    private static final long YEAR = 365 * LedgerTime.DAY;

    /// The books of mines, in the order of the registry.
    ///
    /// @param isAsked which, by their positions in the registry
    public static List<MineBook> of(Ledger ledger, IntPredicate isAsked, long atMicros) {
        List<MineBook> books = new ArrayList<>();
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (ledger.registry().facility(f).stage() == FacilityStage.MINE && isAsked.test(f)) {
                books.add(of(ledger, f, atMicros));
            }
        }
        return books;
    }

    private static MineBook of(Ledger ledger, int facility, long atMicros) {
        ReserveReport report = lastReport(ledger.declarations(), facility, atMicros);
        Optional<Rate> lost =
                RecoveryRates.find(
                        RecoveryRates.of(
                                ledger, facility, new Span(atMicros - YEAR, atMicros), Double.NaN),
                        Kind.LOSS);
        return new MineBook(
                facility,
                report,
                report == null ? null : book(ledger, report, atMicros),
                lost.map(Rate::share).orElse(Double.NaN),
                report == null ? Double.NaN : 1 - report.miningRecovery());
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
