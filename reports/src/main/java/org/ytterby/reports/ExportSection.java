package org.ytterby.reports;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.ytterby.core.genealogy.ExportTrace;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.core.JsonGenerator;

/// What was exported and how much of it can be followed to declared origins.
///
/// Totals cover every export; rows show no more than [#EXPORTS_MAX], the least traceable first.
final class ExportSection {
    static final int EXPORTS_MAX = 300;

    private final Ledger ledger;
    private final FlowTable flows;
    private final ExportTrace traces;
    private final EvidenceBook evidence;

    ExportSection(Reconciliation reconciliation, EvidenceBook evidence) {
        ledger = reconciliation.ledger();
        flows = ledger.flows();
        traces = ExportTrace.of(ledger, reconciliation.attribution());
        this.evidence = evidence;
    }

    void write(JsonGenerator out) {
        out.writeName("exports");
        out.writeStartObject();
        out.writeNumberProperty("total", traces.size());
        out.writeNumberProperty("reoKg", traces.reoKg());
        out.writeNumberProperty("tracedKg", traces.tracedKg());
        origins(out, traces.reoKgByOrigin());
        out.writeName("shown");
        out.writeStartArray();
        IntStream.range(0, traces.size())
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(
                                        i -> traces.tracedKg(i) - traces.reoKg(i))
                                .thenComparingDouble(i -> -traces.reoKg(i)))
                .limit(EXPORTS_MAX)
                .forEach(i -> export(out, i));
        out.writeEndArray();
        out.writeEndObject();
    }

    private void export(JsonGenerator out, int i) {
        int line = traces.line(i);
        int r = flows.record(line);
        evidence.add(flows.recordId(r));
        out.writeStartObject();
        out.writeStringProperty("record", flows.recordId(r));
        ReportJson.time(out, "time", flows.timeMicros(r));
        out.writeNumberProperty("facility", flows.facility(r));
        out.writeStringProperty("lot", flows.lotId(flows.lot(line)));
        out.writeNumberProperty("consignee", flows.partner(line));
        int destination = flows.destination(line);
        out.writeStringProperty(
                "destination",
                destination == Names.NONE ? "" : flows.texts().countries().name(destination));
        int document = flows.document(line);
        out.writeStringProperty(
                "licence", document == Names.NONE ? "" : flows.texts().documents().name(document));
        out.writeNumberProperty("reoKg", traces.reoKg(i));
        out.writeNumberProperty("tracedKg", traces.tracedKg(i));
        origins(out, traces.reoKgByOrigin(i));
        out.writeEndObject();
    }

    private static void origins(JsonGenerator out, Map<String, Double> byOrigin) {
        out.writeName("origins");
        out.writeStartObject();
        byOrigin.forEach(out::writeNumberProperty);
        out.writeEndObject();
    }
}
