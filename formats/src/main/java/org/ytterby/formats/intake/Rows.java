package org.ytterby.formats.intake;

/// The rows of one table, one at a time.
interface Rows extends AutoCloseable {
    /// Moves to the next row.
    ///
    /// @return the cells, or null after the last row
    String @org.jspecify.annotations.Nullable [] next();

    /// Row of the file that [#next] last gave, as a spreadsheet counts: the header is 1.
    int row();

    /// Whether the file ends within the row that [#next] last gave: no line end follows.
    boolean isCutOff();

    @Override
    void close();
}
