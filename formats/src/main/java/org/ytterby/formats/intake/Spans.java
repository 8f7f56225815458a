package org.ytterby.formats.intake;

import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.formats.Wording;

/// Spans of whole days: the first day begins it, the last ends it, an empty end is open.
final class Spans {
    private Spans() {}

    static Span read(Row row, int from, int until) {
        long begin = row.day(from, false, LedgerTime.BEGINNING);
        long end = row.day(until, true, LedgerTime.END);
        if (row.isGood() && end <= begin) {
            row.bad(until, new Wording("ends before it begins", "结束早于开始"));
        }
        return new Span(begin, end);
    }
}
