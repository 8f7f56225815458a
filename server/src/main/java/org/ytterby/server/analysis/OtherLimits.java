package org.ytterby.server.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Settings;

/// The findings that there would be if a limit of the rules had another number from some day on.
///
/// Takes one reconciliation; what was asked last is remembered until the next generation. Whoever
/// asks meanwhile waits. Safe for use by several threads.
@Component
public class OtherLimits {
    private record Known(long position, Limits.Row row, List<Finding> findings) {}

    private @Nullable Known last;

    OtherLimits() {}

    /// The findings with one more row, most serious first.
    public synchronized List<Finding> with(Generation now, Limits.Row row) {
        Known known = last;
        if (known == null || known.position != now.position() || !known.row.equals(row)) {
            known =
                    new Known(
                            now.position(),
                            row,
                            Reconciler.reconcile(
                                            changed(
                                                    now.reconciliation().ledger().declarations(),
                                                    row),
                                            Settings.standard())
                                    .findings());
            last = known;
        }
        return known.findings;
    }

    private static Declarations changed(Declarations declared, Limits.Row row) {
        Declarations.Context context = declared.context();
        return new Declarations(
                declared.registry(),
                declared.products(),
                declared.methods(),
                declared.assays(),
                declared.flows(),
                declared.entitlements(),
                new Declarations.Context(
                        context.deposits(),
                        context.partnerImports(),
                        context.limits().with(row),
                        context.stewardship()),
                declared.problems());
    }
}
