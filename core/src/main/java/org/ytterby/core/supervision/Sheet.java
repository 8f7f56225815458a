package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;

/// A table while it is being filled.
final class Sheet {
    private final Text title;
    private final List<Text> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> total = List.of();

    Sheet(String en, String zh) {
        title = new Text(en, zh);
    }

    Sheet column(String en, String zh) {
        columns.add(new Text(en, zh));
        return this;
    }

    /// @param cells as many as columns
    Sheet row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// The last row, which sums up the others.
    Sheet total(Cell... cells) {
        total = List.of(cells);
        return this;
    }

    Exhibit table() {
        return new Exhibit.Table(title, columns, rows, total);
    }
}
