package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// A dated table as it is shipped, to be shown: rows as they are written, with their sources.
///
/// @param name such as `limits`
public record ShippedTable(String name, List<String> columns, List<List<String>> rows) {
    public ShippedTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// The limits that rules compare with.
    public static ShippedTable limits() {
        return of("limits");
    }

    private static ShippedTable of(String name) {
        String resource = "/org/ytterby/formats/" + name + ".csv";
        try (InputStream in = ShippedTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in)) {
                List<List<String>> all = csv.stream().map(CsvRecord::getFields).toList();
                return new ShippedTable(name, all.getFirst(), all.subList(1, all.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A cell of a row.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public String cell(List<String> row, String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no column " + column);
        }
        return row.get(at);
    }
}
