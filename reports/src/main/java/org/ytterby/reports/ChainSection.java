package org.ytterby.reports;

import java.util.List;
import java.util.SortedMap;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.reports.StageFlows.Link;
import org.ytterby.reports.StageFlows.Passage;
import tools.jackson.core.JsonGenerator;

/// Flows along the chain, and the stock that the balanced facilities counted first and last.
final class ChainSection {
    private final SortedMap<Link, Passage> flows;
    private final List<PeriodBalance> balances;

    ChainSection(Reconciliation reconciliation) {
        flows = StageFlows.of(reconciliation);
        balances = reconciliation.balances();
    }

    void write(JsonGenerator out) {
        out.writeName("flows");
        out.writeStartArray();
        flows.forEach((link, passage) -> link(out, link, passage));
        out.writeEndArray();
        stock(out);
    }

    private static void link(JsonGenerator out, Link link, Passage passage) {
        out.writeStartObject();
        out.writeStringProperty("from", link.from());
        out.writeStringProperty("to", link.to());
        out.writeName("elementMg");
        out.writeArray(passage.elementMg(), 0, Element.COUNT);
        out.writeName("records");
        passage.records().write(out);
        out.writeEndObject();
    }

    private void stock(JsonGenerator out) {
        long[] opening = new long[Element.COUNT];
        long[] closing = new long[Element.COUNT];
        for (int i = 0; i < balances.size(); i++) {
            PeriodBalance b = balances.get(i);
            if (i == 0 || !continues(balances.get(i - 1), b)) {
                opening[b.element().ordinal()] += b.openingMg();
            }
            if (i + 1 == balances.size() || !continues(b, balances.get(i + 1))) {
                closing[b.element().ordinal()] += b.closingMg();
            }
        }
        out.writeName("stock");
        out.writeStartObject();
        out.writeName("openingMg");
        out.writeArray(opening, 0, opening.length);
        out.writeName("closingMg");
        out.writeArray(closing, 0, closing.length);
        out.writeEndObject();
    }

    /// Whether `next` is the same balance one period later; rows come by facility, element, time.
    private static boolean continues(PeriodBalance one, PeriodBalance next) {
        return one.facility() == next.facility() && one.element() == next.element();
    }
}
