package org.ytterby.server.analysis;

import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;

/// What a question is answered from: one generation, as far as the caller sees it.
///
/// A handler that takes one has its answer tagged, and is not asked at all where the caller has the
/// answer already; see [ViewSupport].
public record View(Generation now, Scope scope) {
    public long position() {
        return now.position();
    }

    public Ledger ledger() {
        return now.reconciliation().ledger();
    }

    public Registry registry() {
        return ledger().registry();
    }
}
