package org.ytterby.core.genealogy;

import java.util.List;
import org.ytterby.core.ledger.Span;

/// What one lot was made of, what was made with it, and where that material went.
///
/// Shares follow material element by element as [Attribution] does, and are added up as REO. What
/// lot A gives to lot B is the part of B that passed through A at least once, so that tracing A
/// forward and B backward say the same, also where lots feed each other in a loop. [Tracing] makes
/// it. Immutable.
///
/// @param subject the lot itself, at depth 0
/// @param backward every other lot that it was made of, by depth, then by what they gave, most
///   first
/// @param forward every other lot made with it, likewise
/// @param recall every facility that holds or held material of it, by depth, then by time
/// @param isSettled false where lots feed each other in a loop into which so little flows that its
///   shares are still too small after as many steps as are allowed
public record Trace(
        Step subject,
        List<Step> backward,
        List<Step> forward,
        List<Holding> recall,
        boolean isSettled) {
    public Trace {
        backward = List.copyOf(backward);
        forward = List.copyOf(forward);
        recall = List.copyOf(recall);
    }

    /// A lot on the way.
    ///
    /// @param lot number of the lot
    /// @param depth the fewest processing steps between it and the traced lot
    /// @param facility where it was made, or first seen if it never came into being
    /// @param product position of the product
    /// @param time from its first line to its last
    /// @param massMg as weighed when it was made, mg
    /// @param reoKg REO it was made with
    /// @param tracedReoKg the part that it has from the traced lot (forward) or gave to it
    ///   (backward), kg REO
    public record Step(
            int lot,
            int depth,
            int facility,
            int product,
            Span time,
            long massMg,
            double reoKg,
            double tracedReoKg) {}

    /// A lot with material of the traced lot in one facility.
    ///
    /// @param facility position in the registry
    /// @param time from its first line there to its last
    /// @param cameReoKg kg REO of the traced lot that came into this facility in this lot
    /// @param stockReoKg kg REO of the traced lot still in stock, by the books
    /// @param departures what was taken out, by time
    public record Holding(
            int lot,
            int depth,
            int facility,
            Span time,
            double cameReoKg,
            double stockReoKg,
            List<Departure> departures) {
        public Holding {
            departures = List.copyOf(departures);
        }
    }

    /// A line that took material of the traced lot out of a stock.
    ///
    /// @param reoKg kg REO of the traced lot
    public record Departure(int line, Way way, double reoKg) {}

    /// How material leaves a stock.
    public enum Way {
        /// Into a process: it lives on in the lots made there.
        USED,
        /// To a facility that declares its receipt.
        SHIPPED,
        /// To a facility that owes a receipt and declares none.
        UNRECEIVED,
        /// To a facility without duty to report.
        OUTSIDE,
        EXPORTED,
        DISPOSED
    }

    /// What left one way, kg REO of the traced lot.
    public double leftReoKg(Way way) {
        return recall.stream()
                .flatMap(holding -> holding.departures().stream())
                .filter(departure -> departure.way() == way)
                .mapToDouble(Departure::reoKg)
                .sum();
    }

    /// What is still in stock somewhere, kg REO of the traced lot.
    public double stockReoKg() {
        return recall.stream().mapToDouble(Holding::stockReoKg).sum();
    }
}
