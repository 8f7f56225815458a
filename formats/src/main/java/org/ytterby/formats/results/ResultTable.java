package org.ytterby.formats.results;

import java.util.ArrayList;
import java.util.List;

/// A table of an answer, for people and for programs: a file, and a sheet of a workbook.
final class ResultTable {
    /// A column.
    ///
    /// @param zh what it is called in Chinese, shown at the header in a workbook
    /// @param isNumber whether its cells are numbers where they are not empty
    record Column(String name, String zh, boolean isNumber) {}

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    ResultTable(String name) {
        this.name = name;
    }

    ResultTable text(String column, String zh) {
        columns.add(new Column(column, zh, false));
        return this;
    }

    ResultTable number(String column, String zh) {
        columns.add(new Column(column, zh, true));
        return this;
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException if it has not a cell for each column
    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    name + " has " + columns.size() + " columns, not " + cells.length);
        }
        rows.add(cells);
    }

    String name() {
        return name;
    }

    List<Column> columns() {
        return columns;
    }

    List<String[]> rows() {
        return rows;
    }
}
