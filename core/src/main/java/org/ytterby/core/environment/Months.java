package org.ytterby.core.environment;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// Months of the calendar, both ends included.
public record Months(YearMonth from, YearMonth until) {
    public Months {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    /// The months of a year up to one.
    public static Months ofYearUpTo(YearMonth month) {
        return new Months(month.withMonth(1), month);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(until);
    }

    /// How many.
    public int count() {
        return (int) ChronoUnit.MONTHS.between(from, until) + 1;
    }

    /// Each of them.
    public List<YearMonth> all() {
        return Stream.iterate(from, m -> !m.isAfter(until), m -> m.plusMonths(1)).toList();
    }

    /// From the beginning of the first to the end of the last.
    public Span span() {
        return new Span(startMicros(from), endMicros(until));
    }

    static long startMicros(YearMonth month) {
        return LedgerTime.startOfMonth(month.getYear() * 12 + month.getMonthValue() - 1);
    }

    static long endMicros(YearMonth month) {
        return startMicros(month.plusMonths(1));
    }
}
