package org.ytterby.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final List<ExportTrace> traces;
    private final EvidenceBook evidence;

    ExportSection(Reconciliation reconciliation, EvidenceBook evidence) {
        ledger = reconciliation.ledger();
        flows = ledger.flows();
        traces = ExportTrace.of(reconciliation);
        this.evidence = evidence;
    }

    void write(JsonGenerator out) {
        Map<String, Double> byOrigin = new TreeMap<>();
        traces.forEach(
                t -> t.reoKgByOrigin().forEach((o, kg) -> byOrigin.merge(o, kg, Double::sum)));
        out.writeName("exports");
        out.writeStartObject();
        out.writeNumberProperty("total", traces.size());
        out.writeNumberProperty("reoKg", traces.stream().mapToDouble(ExportTrace::reoKg).sum());
        out.writeNumberProperty(
                "tracedKg", traces.stream().mapToDouble(ExportTrace::tracedKg).sum());
        origins(out, byOrigin);
        out.writeName("shown");
        out.writeStartArray();
        traces.stream()
                .sorted(
                        Comparator.<ExportTrace>comparingDouble(t -> t.tracedKg() - t.reoKg())
                                .thenComparingDouble(t -> -t.reoKg()))
                .limit(EXPORTS_MAX)
                .forEach(t -> export(out, t));
        out.writeEndArray();
        out.writeEndObject();
    }

    private void export(JsonGenerator out, ExportTrace trace) {
        int line = trace.line();
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
        out.writeNumberProperty("reoKg", trace.reoKg());
        out.writeNumberProperty("tracedKg", trace.tracedKg());
        origins(out, trace.reoKgByOrigin());
        out.writeEndObject();
    }

    private static void origins(JsonGenerator out, Map<String, Double> byOrigin) {
        out.writeName("origins");
        out.writeStartObject();
        byOrigin.forEach(out::writeNumberProperty);
        out.writeEndObject();
    }
}
