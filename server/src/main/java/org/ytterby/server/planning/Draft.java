package org.ytterby.server.planning;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A draft of a year's plans: a workbook, and what was changed on it since. It never changes.
///
/// @param parent the draft that it was tried out on; absent for a workbook that was handed in
/// @param changes what was tried, in order: fields of a [TrialForm]
/// @param errors in the workbook; with any there is nothing to plan
public record Draft(
        long id,
        String title,
        Source source,
        @Nullable Long parent,
        List<SortedMap<String, String>> changes,
        int errors,
        Made made) {
    /// A workbook.
    ///
    /// @param file its name, as it was handed in
    public record Source(long workbook, String file) {}

    /// Who made it, and when.
    public record Made(String person, String organisation, long atMicros) {}

    public Draft {
        changes = List.copyOf(changes);
    }
}
