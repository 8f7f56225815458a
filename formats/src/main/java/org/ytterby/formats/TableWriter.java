package org.ytterby.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One table on its way into a CSV file.
final class TableWriter implements RowSink {
    private final TableSchema table;
    private final List<String> columns;
    private final CsvWriter csv;
    private boolean closed;

    TableWriter(TableSchema table, List<String> columns, Path file) {
        this.table = table;
        this.columns = columns;
        check();
        try {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv.writeRecord(columns);
    }

    private void check() {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            table.field(column);
            if (!seen.add(column)) {
                throw new IllegalArgumentException(
                        "table " + table.name() + " is given column " + column + " twice");
            }
        }
        for (FieldSchema field : table.fields()) {
            if (field.required() && !seen.contains(field.name())) {
                throw new IllegalArgumentException(
                        "table " + table.name() + " needs column " + field.name());
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    @Override
    public void row(@Nullable String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "table "
                            + table.name()
                            + " takes rows of "
                            + columns.size()
                            + " cells ("
                            + String.join(",", columns)
                            + "), not "
                            + cells.length);
        }
        csv.writeRecord(cells);
    }

    /// Ends the file; ending it again does nothing.
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
