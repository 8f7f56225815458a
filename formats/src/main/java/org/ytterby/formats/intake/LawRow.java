package org.ytterby.formats.intake;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// A row of dated law, as it was written.
///
/// @param cells by column; one that was empty is absent
/// @param span the time in which it is in force: ended by its last day, or by the row that takes
///   its place
/// @param isShipped whether it came with the version, and was not enacted while the service ran
public record LawRow(
        LawTable table, SortedMap<String, String> cells, Span span, boolean isShipped) {
    public LawRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /// As it was written, whatever takes its place.
    ///
    /// @throws IllegalArgumentException if a day is none
    static LawRow of(LawTable table, SortedMap<String, String> cells, boolean isShipped) {
        LawRow row = new LawRow(table, cells, new Span(0, 0), isShipped);
        return row.with(
                new Span(
                        row.day(LawTable.FROM, 0, LedgerTime.BEGINNING),
                        row.day(LawTable.UNTIL, LedgerTime.DAY, LedgerTime.END)));
    }

    LawRow with(Span other) {
        return new LawRow(table, cells, other, isShipped);
    }

    private long day(String column, long added, long open) {
        if (cell(column).isEmpty()) {
            return open;
        }
        OptionalLong day = LedgerTime.parseDate(cell(column));
        return day.orElseThrow(() -> wrong(column)) + added;
    }

    private IllegalArgumentException wrong(String column) {
        return new IllegalArgumentException(
                "%s: %s is no good cell: %s".formatted(table.code(), column, cell(column)));
    }

    /// The cell of a column, empty if there is none.
    public String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /// What it is about.
    public String key() {
        return table.key(cells);
    }

    double number(String column) {
        OptionalDouble number = Decimals.number(cell(column));
        return number.orElseThrow(() -> wrong(column));
    }

    int whole(String column) {
        return (int) number(column);
    }
}
