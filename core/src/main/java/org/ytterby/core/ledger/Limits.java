package org.ytterby.core.ledger;

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
        }
    }

    private final List<Row> rows;

    /// @throws IllegalArgumentException if a limit has no row
    public Limits(List<Row> rows) {
        this.rows = List.copyOf(rows);
        for (Limit limit : Limit.values()) {
            if (rows.stream().noneMatch(row -> row.limit() == limit)) {
                throw new IllegalArgumentException("no number is given for " + limit.code());
            }
        }
    }

    /// The number in force at an instant; of overlapping rows the one that began last.
    ///
    /// @throws IllegalArgumentException if none is in force then
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
            throw new IllegalArgumentException(
                    "no number is in force for "
                            + limit.code()
                            + " on "
                            + LedgerTime.dateOf(micros));
        }
        return latest.value();
    }
}
