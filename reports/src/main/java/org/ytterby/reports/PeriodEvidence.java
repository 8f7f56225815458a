package org.ytterby.reports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import tools.jackson.core.JsonGenerator;

/// The records that make up the balance of each period of one facility, largest first.
///
/// Shows no more than [#RECORDS_MAX] a period; `count` says how many there are.
final class PeriodEvidence {
    static final int RECORDS_MAX = 8;

    private final Ledger ledger;
    private final FlowTable flows;
    private final int[] lines;
    private final long[] times;

    PeriodEvidence(Ledger ledger, int facility) {
        this.ledger = ledger;
        flows = ledger.flows();
        lines = ledger.linesByFacility().items(facility);
        times = Arrays.stream(lines).mapToLong(ledger::timeMicros).toArray();
    }

    void write(JsonGenerator out, List<Span> periods) {
        out.writeName("records");
        out.writeStartArray();
        for (Span period : periods) {
            Map<Integer, Double> reoKg = reoKgOfRecords(period);
            out.writeStartObject();
            out.writeNumberProperty("count", reoKg.size());
            out.writeName("largest");
            out.writeStartArray();
            reoKg.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
                    .limit(RECORDS_MAX)
                    .forEach(e -> record(out, e.getKey(), e.getValue()));
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private Map<Integer, Double> reoKgOfRecords(Span period) {
        Map<Integer, Double> reoKg = new LinkedHashMap<>();
        int from = firstNotBefore(period.fromMicros());
        for (int i = from; i < lines.length; i++) {
            long time = times[i];
            if (time > period.untilMicros()) {
                break;
            }
            FlowType type = ledger.type(lines[i]);
            boolean moves = type.balanceSign() != 0 && time < period.untilMicros();
            boolean counts =
                    type == FlowType.STOCKTAKE
                            && (time == period.fromMicros() || time == period.untilMicros());
            if (moves || counts) {
                reoKg.merge(flows.record(lines[i]), ledger.reoKg(lines[i]), Double::sum);
            }
        }
        return reoKg;
    }

    private int firstNotBefore(long micros) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void record(JsonGenerator out, int r, double reoKg) {
        out.writeStartArray();
        out.writeString(flows.recordId(r));
        out.writeString(flows.type(r).code());
        out.writeNumber(reoKg);
        out.writeEndArray();
    }
}
