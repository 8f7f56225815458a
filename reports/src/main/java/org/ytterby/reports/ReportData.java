package org.ytterby.reports;

import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.core.JsonGenerator;

/// Everything the page shows, as one JSON object; flows are summed here, not in the browser.
final class ReportData {
    private final ReportPage page;
    private final Reconciliation reconciliation;
    private final Ledger ledger;

    ReportData(ReportPage page) {
        this.page = page;
        reconciliation = page.reconciliation();
        ledger = reconciliation.ledger();
    }

    String json() {
        return ReportJson.of(out -> {
            out.writeStartObject();
            head(out);
            elements(out);
            new FacilitySection(reconciliation).write(out);
            EvidenceBook evidence = new EvidenceBook(ledger);
            new FindingSection(reconciliation.findings(), evidence).write(out);
            new PlanSection(reconciliation).write(out);
            new ChainSection(reconciliation).write(out);
            new BalanceSection(reconciliation).write(out);
            new ExportSection(reconciliation, evidence).write(out);
            new ProblemSection(reconciliation.problems()).write(out);
            evidence.write(out); // last: the sections before have asked for records
            out.writeEndObject();
        });
    }

    private void head(JsonGenerator out) {
        int[] records = ledger.records();
        boolean empty = records.length == 0;
        out.writeStringProperty("title", page.title());
        out.writeStringProperty("version", page.softwareVersion());
        out.writeBooleanProperty("partial", reconciliation.isPartial());
        out.writeNumberProperty("records", records.length);
        out.writeNumberProperty("lines", ledger.lines().length);
        ReportJson.time(
                out, "from", empty ? LedgerTime.BEGINNING : ledger.flows().timeMicros(records[0]));
        ReportJson.time(out, "until", ledger.lastMicros());
    }

    private static void elements(JsonGenerator out) {
        out.writeName("elements");
        out.writeStartArray();
        for (Element e : Element.ALL) {
            out.writeStartObject();
            out.writeStringProperty("symbol", e.name());
            out.writeStringProperty("zh", e.chinese());
            out.writeNumberProperty("oxideFactor", e.oxideFactor());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
