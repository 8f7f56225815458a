package org.ytterby.server.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Finding;
import org.ytterby.formats.intake.LawRow;

/// What a row of dated law would alter, from its first day on.
///
/// @param replaced the row whose place it takes; null where there is none
/// @param findings of a limit that would come and go; null for other tables
/// @param cases that rest on a clause and are not closed
/// @param splits of plans that are not done and would be due on another day
public record LawEffect(
        @Nullable LawRow replaced,
        @Nullable Findings findings,
        List<CaseOn> cases,
        List<DueChange> splits) {
    public LawEffect {
        cases = List.copyOf(cases);
        splits = List.copyOf(splits);
    }

    /// Findings by the present number and by the other.
    ///
    /// @param now how many there are
    /// @param more that only the other number raises
    /// @param fewer that it raises no longer
    public record Findings(int now, int then, List<Finding> more, List<Finding> fewer) {
        public Findings {
            more = List.copyOf(more);
            fewer = List.copyOf(fewer);
        }
    }

    /// A case whose penalty would have another range.
    ///
    /// @param penalties that were imposed in it already
    public record CaseOn(String name, String party, int penalties) {}

    /// A plan whose deadline would be another.
    ///
    /// @param holder id of the group
    /// @param before day by which it is due now; empty where no deadline was seen
    /// @param after day by which it would be due
    public record DueChange(String plan, String holder, String before, String after) {}
}
