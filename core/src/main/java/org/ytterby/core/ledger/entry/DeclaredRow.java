package org.ytterby.core.ledger.entry;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row of a table of the ledger package: what somebody declares, as they wrote it.
///
/// @param table name of the table, such as `flows`
/// @param cells by column; a cell that was empty is absent
public record DeclaredRow(String table, SortedMap<String, String> cells) {
    public DeclaredRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /// The cell of a column, empty if there is none.
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
