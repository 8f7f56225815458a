package org.ytterby.server.analysis;

import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Reconciliation;

/// What the ledger means at one position. Immutable.
///
/// @param position entries before it are in, those from it on are not
/// @param explainer the answer, with the working behind every finding
/// @param tracing what following a lot takes, made once for all who ask
public record Generation(long position, Explainer explainer, Tracing tracing) {
    /// The answer.
    public Reconciliation reconciliation() {
        return explainer.answer();
    }
}
