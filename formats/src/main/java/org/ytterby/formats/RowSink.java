package org.ytterby.formats;

import org.jspecify.annotations.Nullable;

/// Takes the rows of one table, one after the other.
@FunctionalInterface
public interface RowSink {
    /// Adds a row.
    ///
    /// @param cells one for each column, in the order given when the table was begun; null and the
    ///   empty string are an absent value. The array is not kept
    /// @throws IllegalArgumentException if there are more or fewer cells than columns
    void row(@Nullable String... cells);
}
