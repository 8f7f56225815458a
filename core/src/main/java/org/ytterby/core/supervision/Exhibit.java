package org.ytterby.core.supervision;

import java.util.List;

/// Something shown to explain a finding: a sentence, or a table.
public sealed interface Exhibit {
    record Statement(Text text) implements Exhibit {}

    /// @param rows as many cells each as columns
    /// @param total a last row that sums up the others; empty where there is none
    record Table(Text title, List<Text> columns, List<List<Cell>> rows, List<Cell> total)
            implements Exhibit {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            total = List.copyOf(total);
            for (List<Cell> row : rows) {
                requireWidth(row, columns.size());
            }
            if (!total.isEmpty()) {
                requireWidth(total, columns.size());
            }
        }

        private static void requireWidth(List<Cell> row, int width) {
            if (row.size() != width) {
                throw new IllegalArgumentException(
                        row.size() + " cells in a table of " + width + " columns");
            }
        }
    }

    static Exhibit says(String en, String zh) {
        return new Statement(new Text(en, zh));
    }
}
