package org.ytterby.core.environment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Registry;

/// A return that a facility owes for a month, and what became of it.
///
/// @param facility position in the registry
/// @param dueMicros first instant at which it is late
public record ReturnDue(int facility, YearMonth month, long dueMicros, State state) {
    /// What became of a return.
    public enum State {
        RETURNED,
        LATE,
        /// Not there, and not late yet.
        OPEN,
        MISSING;

        /// The word used in files and texts.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every return that some facilities owe for a time, by facility and month.
    ///
    /// @param isAsked which, by their positions in the registry
    public static List<ReturnDue> of(
            Ledger ledger, ReturnBook book, IntPredicate isAsked, Months months, long nowMicros) {
        Registry registry = ledger.registry();
        List<ReturnDue> dues = new ArrayList<>();
        for (int f = 0; f < registry.facilities().size(); f++) {
            if (isAsked.test(f) && registry.facility(f).stage().owesEnvironmentalReturns()) {
                for (YearMonth month : months.all()) {
                    dues.add(of(ledger, book, f, month, nowMicros));
                }
            }
        }
        return dues;
    }

    private static ReturnDue of(
            Ledger ledger, ReturnBook book, int facility, YearMonth month, long nowMicros) {
        long end = Months.endMicros(month);
        double day = ledger.declarations().context().limits().at(Limit.REPORT_DUE_DAY, end);
        long due = end + ((long) day) * LedgerTime.DAY;
        long entered = book.enteredMicros(facility, month);
        State state =
                entered == LedgerTime.END
                        ? nowMicros < due ? State.OPEN : State.MISSING
                        : entered < due ? State.RETURNED : State.LATE;
        return new ReturnDue(facility, month, due, state);
    }
}
