package org.ytterby.server.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;

/// What came and went among findings from one generation to another, within a scope.
///
/// A finding is the same while its rule, whom it concerns, its time and its elements are; its
/// figures may move with every line that is declared.
///
/// @param added findings of the later generation that the earlier did not have
/// @param gone findings of the earlier generation that the later does not have
record FindingChanges(List<Finding> added, List<Finding> gone) {
    static final FindingChanges NONE = new FindingChanges(List.of(), List.of());

    private record Same(Rule rule, Finding.Subject subject, Span span, List<Element> elements) {
        static Same of(Finding finding) {
            return new Same(finding.rule(), finding.subject(), finding.span(), finding.elements());
        }
    }

    static FindingChanges between(Waiting.Found before, Waiting.Found after, Scope scope) {
        return new FindingChanges(
                only(seen(after, scope), seen(before, scope)),
                only(seen(before, scope), seen(after, scope)));
    }

    /// Everything, as for somebody who knows nothing.
    static FindingChanges all(Waiting.Found found, Scope scope) {
        return new FindingChanges(seen(found, scope), List.of());
    }

    private static List<Finding> seen(Waiting.Found found, Scope scope) {
        return found.findings().stream().filter(f -> scope.sees(found.registry(), f)).toList();
    }

    private static List<Finding> only(List<Finding> here, List<Finding> there) {
        Set<Same> known = new HashSet<>();
        there.forEach(finding -> known.add(Same.of(finding)));
        return here.stream().filter(finding -> !known.contains(Same.of(finding))).toList();
    }
}
