package org.ytterby.app;

import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Product;
import org.ytterby.core.supervision.Words;

/// How lots, places and lines of a ledger read.
record LineWords(Ledger ledger, Language language) {
    private static final int YEAR_DIGITS = 4;

    String lot(int number) {
        return ledger.flows().lotId(number);
    }

    String facility(int position) {
        return ledger.registry().facility(position).id();
    }

    String product(int position) {
        Product product = ledger.declarations().products().get(position);
        return product.id();
    }

    String stage(int position) {
        return language.pick(Words.of(ledger.declarations().products().get(position).stage()));
    }

    static String day(long micros) {
        return LedgerTime.dateOf(micros).toString();
    }

    static String days(Span span) {
        String from = day(span.fromMicros());
        String until = day(span.untilMicros());
        if (from.equals(until)) {
            return from;
        }
        boolean sameYear = from.substring(0, YEAR_DIGITS).equals(until.substring(0, YEAR_DIGITS));
        return from + " – " + (sameYear ? until.substring(YEAR_DIGITS + 1) : until);
    }

    String record(int line) {
        return ledger.flows().recordId(ledger.flows().record(line));
    }

    /// Document of a line, empty for none.
    String document(int line) {
        FlowTable flows = ledger.flows();
        return flows.document(line) == Names.NONE
                ? ""
                : flows.texts().documents().name(flows.document(line));
    }

    /// Whom a line goes to or comes from, empty for none.
    String partner(int line) {
        FlowTable flows = ledger.flows();
        int partner = flows.partner(line);
        return switch (ledger.type(line)) {
            case SHIPMENT, RECEIPT -> facility(partner);
            case EXPORT -> ledger.registry().party(partner).id();
            case IMPORT -> flows.texts().countries().name(partner);
            case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> "";
        };
    }
}
