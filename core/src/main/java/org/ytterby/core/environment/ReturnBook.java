package org.ytterby.core.environment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.ReturnedFigure;

/// The environmental returns in force, by facility and month: of two figures for the same indicator
/// the one declared later counts, and what was declared before stays in the ledger.
///
/// Immutable.
public final class ReturnBook {
    private final List<SortedMap<YearMonth, Kept>> facilities = new ArrayList<>();

    /// @param enteredMicros of what was entered first; a correction makes nothing late
    private record Kept(MonthlyReturn figures, long enteredMicros) {}

    private ReturnBook(Declarations declared) {
        for (int f = 0; f < declared.registry().facilities().size(); f++) {
            facilities.add(new TreeMap<>());
        }
        for (ReturnedFigure figure : declared.context().stewardship().returns()) {
            String facility = declared.registry().facility(figure.facility()).id();
            facilities
                    .get(figure.facility())
                    .merge(
                            figure.month(),
                            new Kept(
                                    new MonthlyReturn(
                                            facility,
                                            figure.month(),
                                            new TreeMap<>(
                                                    Collections.singletonMap(
                                                            figure.indicator(), figure.value()))),
                                    figure.enteredMicros()),
                            ReturnBook::together);
        }
    }

    /// Opens the book. O(figures × figures of a month).
    public static ReturnBook of(Declarations declared) {
        return new ReturnBook(declared);
    }

    private static Kept together(Kept before, Kept later) {
        SortedMap<String, Double> figures = new TreeMap<>(before.figures.figures());
        figures.putAll(later.figures.figures());
        return new Kept(
                new MonthlyReturn(before.figures.facility(), before.figures.month(), figures),
                Math.min(before.enteredMicros, later.enteredMicros));
    }

    /// The returns of a facility, by month.
    ///
    /// @param facility position in the registry
    public SortedMap<YearMonth, MonthlyReturn> of(int facility) {
        SortedMap<YearMonth, MonthlyReturn> returns = new TreeMap<>();
        facilities.get(facility).forEach((month, kept) -> returns.put(month, kept.figures));
        return returns;
    }

    /// When a return was entered first; [LedgerTime#BEGINNING] where that is not told, and
    /// [LedgerTime#END] where there is no return.
    public long enteredMicros(int facility, YearMonth month) {
        Kept kept = facilities.get(facility).get(month);
        return kept == null ? LedgerTime.END : kept.enteredMicros;
    }
}
