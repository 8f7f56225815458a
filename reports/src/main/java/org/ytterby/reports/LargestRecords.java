package org.ytterby.reports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.StableOrder;
import tools.jackson.core.JsonGenerator;

/// The records behind a sum, largest first: `{count, largest: [[record, type, reoKg], …]}`.
///
/// Shows no more than [#RECORDS_MAX]; `count` says how many there are. 12 bytes a record. Not
/// thread-safe.
final class LargestRecords {
    static final int RECORDS_MAX = 8;

    private final Ledger ledger;
    private final FlowTable flows;

    /// Records as they came and what they add: one whose lines come apart stands here more than
    /// once.
    private int[] records = new int[16];

    private double[] reoKg = new double[16];
    private int size;

    LargestRecords(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// Counts a line to its record.
    void add(int line) {
        int record = flows.record(line);
        if (size > 0 && records[size - 1] == record) {
            reoKg[size - 1] += ledger.reoKg(line);
            return;
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
            reoKg = Arrays.copyOf(reoKg, size * 2);
        }
        records[size] = record;
        reoKg[size++] = ledger.reoKg(line);
    }

    void write(JsonGenerator out) {
        double[] sums = Arrays.copyOf(reoKg, size);
        int[] first = firstOfEach(sums);
        out.writeStartObject();
        out.writeNumberProperty("count", first.length);
        out.writeName("largest");
        out.writeStartArray();
        Arrays.stream(first)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -sums[i]))
                .limit(RECORDS_MAX)
                .forEach(i -> record(out, records[i], sums[i]));
        out.writeEndArray();
        out.writeEndObject();
    }

    /// Where each record stands first, in the order in which they came.
    ///
    /// @param sums what each entry adds; that of the first is made the sum
    private int[] firstOfEach(double[] sums) {
        int[] order = IntStream.range(0, size).toArray();
        long[] keys = IntStream.range(0, size).mapToLong(i -> records[i]).toArray();
        StableOrder.sort(order, keys);
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && records[order[i]] == records[order[count - 1]]) {
                sums[order[count - 1]] += sums[order[i]];
            } else {
                order[count++] = order[i];
            }
        }
        int[] first = Arrays.copyOf(order, count);
        Arrays.sort(first);
        return first;
    }

    private void record(JsonGenerator out, int r, double kg) {
        out.writeStartArray();
        out.writeString(flows.recordId(r));
        out.writeString(flows.type(r).code());
        out.writeNumber(kg);
        out.writeEndArray();
    }
}
