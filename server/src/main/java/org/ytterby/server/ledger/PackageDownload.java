package org.ytterby.server.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.intake.KeptRows;

/// Writes declared rows as a ledger package, in the order in which they were declared.
final class PackageDownload {
    private PackageDownload() {}

    /// @param own rows of one organisation; null for all
    /// @param position that the rows are of: the package says so
    static void write(KeptRows rows, @Nullable OwnRows own, long position, Path target) {
        BiFunction<String, SortedMap<String, String>, @Nullable SortedMap<String, String>> part =
                own == null ? (_, row) -> row : own::of;
        try (PackageWriter out = PackageWriter.open(target)) {
            for (TableSchema table : PackageSchema.standard().tables()) {
                write(table, rows, part, out);
            }
            out.finish(Map.of("name", "ledger-" + position, "ledger_position", position));
        }
    }

    /// A table that has no rows is left out.
    private static void write(
            TableSchema table,
            KeptRows rows,
            BiFunction<String, SortedMap<String, String>, @Nullable SortedMap<String, String>> part,
            PackageWriter out) {
        List<String> columns = table.fieldNames();
        RowSink sink = null;
        try (KeptRows.Cursor cursor = rows.open(table.name())) {
            for (SortedMap<String, String> row = cursor.next(); row != null; row = cursor.next()) {
                SortedMap<String, String> kept = part.apply(table.name(), row);
                if (kept != null) {
                    sink =
                            sink == null
                                    ? out.table(table.name(), columns.toArray(String[]::new))
                                    : sink;
                    sink.row(
                            columns.stream()
                                    .map(column -> cell(kept, column))
                                    .toArray(String[]::new));
                }
            }
        }
    }

    private static String cell(SortedMap<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
