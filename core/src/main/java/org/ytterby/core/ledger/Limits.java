package org.ytterby.core.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which number a limit has at which time. Immutable.
public final class Limits {
    /// One number and the time in which it is in force.
    public record Row(Limit limit, double value, Span span) {
        public Row {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        limit.code() + " must be finite and >= 0: " + value);
            }
            if (limit.isInDays() && value != Math.rint(value)) {
                throw new IllegalArgumentException(limit.code() + " must be whole days: " + value);
            }
        }
    }

    private final List<Row> rows;

    /// @throws IllegalArgumentException if a limit has no number at some time
    public Limits(List<Row> rows) {
        this.rows = List.copyOf(rows);
        for (Limit limit : Limit.values()) {
            requireAtAllTimes(limit);
        }
    }

    /// The same with one more number; from its first instant on it outweighs those that began
    /// before.
    public Limits with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new Limits(more);
    }

    private void requireAtAllTimes(Limit limit) {
        List<Span> spans =
                rows.stream()
                        .filter(row -> row.limit() == limit)
                        .map(Row::span)
                        .sorted(Comparator.comparingLong(Span::fromMicros))
                        .toList();
        long covered = LedgerTime.BEGINNING;
        for (Span span : spans) {
            if (span.fromMicros() > covered) {
                break;
            }
            covered = Math.max(covered, span.untilMicros());
        }
        if (covered < LedgerTime.END) {
            throw new IllegalArgumentException(
                    "no number is given for "
                            + limit.code()
                            + (covered == LedgerTime.BEGINNING
                                    ? " at the beginning of time"
                                    : " on " + LedgerTime.dateOf(covered)));
        }
    }

    /// When a time in days that begins at an instant ends: with the last of the days that the limit
    /// gives then, counted from the day after; microseconds since 1970.
    ///
    /// @param limit one that counts days
    public long endOf(Limit limit, long fromMicros) {
        if (!limit.isInDays()) {
            throw new IllegalArgumentException(limit.code() + " does not count days");
        }
        LocalDate last = LedgerTime.dateOf(fromMicros).plusDays(Math.round(at(limit, fromMicros)));
        return LedgerTime.parseDate(last.toString()).orElseThrow() + LedgerTime.DAY;
    }

    /// The number in force at an instant; of overlapping rows the one that began last.
    ///
    /// @throws IllegalArgumentException for [LedgerTime#END], which is no instant
    public double at(Limit limit, long micros) {
        Row latest = null;
        for (Row row : rows) {
            if (row.limit() == limit
                    && row.span().contains(micros)
                    && (latest == null || row.span().fromMicros() >= latest.span().fromMicros())) {
                latest = row;
            }
        }
        if (latest == null) {
            throw new IllegalArgumentException("no instant: " + micros);
        }
        return latest.value();
    }
}
