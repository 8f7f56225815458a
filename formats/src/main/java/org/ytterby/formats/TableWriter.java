package org.ytterby.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One table on its way into a package.
abstract sealed class TableWriter implements RowSink permits CsvTable, SheetTable, ParquetTable {
    private final TableSchema table;
    private final List<String> columns;
    private boolean closed;

    TableWriter(TableSchema table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Checks that the contract has all columns, and that none that needs values is missing.
    ///
    /// @throws IllegalArgumentException naming the table and the column
    static void check(TableSchema table, List<String> columns) {
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
        try {
            write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract void write(@Nullable String... cells) throws IOException;

    abstract void end() throws IOException;

    /// Ends the file; ending it again does nothing.
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
