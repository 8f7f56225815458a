package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.entry.DeclaredRow;

/// Rows of dated law: those that are shipped as CSV and those that were enacted, and which takes
/// whose place.
final class LawRows {
    private static final Map<LawTable, List<LawRow>> SHIPPED = new EnumMap<>(LawTable.class);

    static {
        for (LawTable table : LawTable.values()) {
            SHIPPED.put(table, read(table));
        }
    }

    private LawRows() {}

    private static List<LawRow> read(LawTable table) {
        String resource = "/org/ytterby/formats/" + table.code() + ".csv";
        try (InputStream in = LawRows.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().map(row -> LawRow.of(table, cells(row), true)).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> cells(NamedCsvRecord row) {
        SortedMap<String, String> cells = new TreeMap<>(row.getFieldsAsMap());
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    /// The rows of a table, those that are shipped first, each as long as no other takes its place:
    /// of two with the same key the one that begins later holds from its first day on, of two that
    /// begin together the one that was enacted last.
    ///
    /// @param enacted rows of any tables, in the order in which they were
    static List<LawRow> of(LawTable table, List<DeclaredRow> enacted) {
        List<LawRow> all = new ArrayList<>(SHIPPED.getOrDefault(table, List.of()));
        for (DeclaredRow row : enacted) {
            if (row.table().equals(table.code())) {
                all.add(LawRow.of(table, row.cells(), false));
            }
        }
        List<LawRow> inForce = new ArrayList<>();
        for (int r = 0; r < all.size(); r++) {
            LawRow row = all.get(r);
            long from = row.span().fromMicros();
            long until = row.span().untilMicros();
            for (int s = 0; s < all.size(); s++) {
                long other = all.get(s).span().fromMicros();
                if (all.get(s).key().equals(row.key())
                        && (other > from || (other == from && s > r))) {
                    until = Math.min(until, other);
                }
            }
            if (until > from) {
                inForce.add(row.with(new Span(from, until)));
            }
        }
        return inForce;
    }
}
