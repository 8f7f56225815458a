package org.ytterby.formats.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// The rows of one table, one at a time, as texts that mean the same whatever file they came from.
interface Rows extends AutoCloseable {
    /// Moves to the next row.
    ///
    /// @return the cells, or null after the last row
    /// @throws TableBroken if nothing can be read from here on
    String @Nullable [] next();

    /// Row of the file that [#next] last gave, as a spreadsheet counts: the header is 1.
    int row();

    /// What is wrong with cells of the row that [#next] last gave, by position, where their text
    /// alone does not show it.
    default Map<Integer, Wording> faults() {
        return Map.of();
    }

    /// Whether cells are parted by marks that a cell may swallow.
    default boolean isDelimited() {
        return false;
    }

    /// Whether the file ends within the row that [#next] last gave: no line end follows.
    default boolean isCutOff() {
        return false;
    }

    /// What was noticed so far and leaves nothing out.
    default List<Remark> remarks() {
        return List.of();
    }

    /// Something worth knowing about a column, noticed in a row.
    record Remark(int row, String column, Wording wording) {}

    @Override
    void close();
}
