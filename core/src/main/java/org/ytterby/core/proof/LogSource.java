package org.ytterby.core.proof;

import java.util.Optional;
import java.util.SortedSet;

/// Where the tiles and entries of a log are read.
///
/// Only what the source holds is asked; a source that cannot be reached throws its own exception.
public interface LogSource {
    /// The widths in which a tile or bundle is held: 256 where it is full, others where it was kept
    /// from when the log was smaller.
    ///
    /// @param index counted from 0 within its kind and level
    SortedSet<Integer> widths(TilePath.Content content, long index);

    /// What is held under a path; empty if nothing is.
    Optional<byte[]> read(TilePath path);
}
