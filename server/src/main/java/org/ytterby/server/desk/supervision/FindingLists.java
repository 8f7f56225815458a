package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.View;

/// Findings that somebody sees, most serious first.
final class FindingLists {
    private FindingLists() {}

    static List<FindingView.Ranked> of(View view, Predicate<Finding> wanted) {
        List<Finding> all = view.now().reconciliation().findings();
        List<FindingView.Ranked> seen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            if (wanted.test(finding) && view.scope().sees(view.registry(), finding)) {
                seen.add(new FindingView.Ranked(i + 1, finding));
            }
        }
        return seen;
    }
}
