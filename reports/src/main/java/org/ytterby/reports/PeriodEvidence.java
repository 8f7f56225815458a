package org.ytterby.reports;

import java.util.Arrays;
import java.util.List;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import tools.jackson.core.JsonGenerator;

/// The records that make up the balance of each period of one facility.
final class PeriodEvidence {
    private final Ledger ledger;
    private final int[] lines;
    private final long[] times;

    PeriodEvidence(Ledger ledger, int facility) {
        this.ledger = ledger;
        lines = ledger.linesByFacility().items(facility);
        times = Arrays.stream(lines).mapToLong(ledger::timeMicros).toArray();
    }

    void write(JsonGenerator out, List<Span> periods) {
        out.writeName("records");
        out.writeStartArray();
        periods.forEach(p -> recordsOf(p).write(out));
        out.writeEndArray();
    }

    private LargestRecords recordsOf(Span period) {
        LargestRecords records = new LargestRecords(ledger);
        for (int i = firstNotBefore(period.fromMicros());
                i < lines.length && times[i] <= period.untilMicros();
                i++) {
            FlowType type = ledger.type(lines[i]);
            boolean moves = type.balanceSign() != 0 && times[i] < period.untilMicros();
            boolean counts =
                    type == FlowType.STOCKTAKE
                            && (times[i] == period.fromMicros()
                                    || times[i] == period.untilMicros());
            if (moves || counts) {
                records.add(lines[i]);
            }
        }
        return records;
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
}
