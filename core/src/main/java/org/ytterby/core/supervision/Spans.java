package org.ytterby.core.supervision;

import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// Spans that findings concern.
final class Spans {
    private Spans() {}

    /// From a beginning, where it was given, to an instant.
    static Span of(long from, long until) {
        return new Span(from == LedgerTime.BEGINNING ? until : from, until);
    }

    /// One instant.
    static Span at(long micros) {
        return new Span(micros, micros);
    }
}
