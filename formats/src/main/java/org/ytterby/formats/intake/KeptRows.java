package org.ytterby.formats.intake;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The rows of a ledger package that are kept elsewhere than in files, such as in a database.
public interface KeptRows {
    /// Opens the rows of a table, in the order in which they were declared; none for a table that
    /// nobody filled.
    ///
    /// @param table name of a table of the package
    Cursor open(String table);

    /// Walks through rows once.
    interface Cursor extends AutoCloseable {
        /// Moves to the next row.
        ///
        /// @return its cells by column, empty ones left out; null after the last row
        @Nullable SortedMap<String, String> next();

        /// Where the row that [#next] last gave is kept: what problems name as its row.
        int place();

        @Override
        void close();
    }
}
