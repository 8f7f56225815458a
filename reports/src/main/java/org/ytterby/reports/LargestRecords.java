package org.ytterby.reports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import tools.jackson.core.JsonGenerator;

/// The records behind a sum, largest first: `{count, largest: [[record, type, reoKg], …]}`.
///
/// Shows no more than [#RECORDS_MAX]; `count` says how many there are. Not thread-safe.
final class LargestRecords {
    static final int RECORDS_MAX = 8;

    private final Ledger ledger;
    private final FlowTable flows;
    private final Map<Integer, Double> reoKg = new LinkedHashMap<>();

    LargestRecords(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// Counts a line to its record.
    void add(int line) {
        reoKg.merge(flows.record(line), ledger.reoKg(line), Double::sum);
    }

    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("count", reoKg.size());
        out.writeName("largest");
        out.writeStartArray();
        reoKg.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(RECORDS_MAX)
                .forEach(e -> record(out, e.getKey(), e.getValue()));
        out.writeEndArray();
        out.writeEndObject();
    }

    private void record(JsonGenerator out, int r, double kg) {
        out.writeStartArray();
        out.writeString(flows.recordId(r));
        out.writeString(flows.type(r).code());
        out.writeNumber(kg);
        out.writeEndArray();
    }
}
