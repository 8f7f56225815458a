package org.ytterby.formats.intake;

import java.util.List;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.Request;

/// What an allocation workbook says.
///
/// A plan made from a part of the enterprises would give the others' tonnes away. So with any error
/// there is nothing to plan.
///
/// @param requests one for each stage that has a policy; empty if anything was wrong
/// @param problems what was noticed, errors and notes
public record AllocationInput(
        List<Request> requests, List<FeedLink> links, List<Problem> problems) {
    /// What is wrong.
    public List<Problem> errors() {
        return problems.stream().filter(p -> p.weight() == Problem.Weight.ERROR).toList();
    }
}
