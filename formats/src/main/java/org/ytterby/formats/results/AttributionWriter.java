package org.ytterby.formats.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.FlowTable;

/// Writes the rows of `attribution.csv`, of which there are millions: only lots and origins can
/// need quotes, and each is looked at once and not in every row.
///
/// Not thread-safe.
final class AttributionWriter {
    private final Writer out;
    private final FlowTable flows;
    private final Map<Origin, String> origins = new HashMap<>();
    private final StringBuilder row = new StringBuilder();
    private int lot = -1;
    private int afterLot;

    AttributionWriter(Writer out, FlowTable flows) {
        this.out = out;
        this.flows = flows;
    }

    void write(OriginShare share) {
        if (share.lot() != lot) {
            lot = share.lot();
            row.setLength(0);
            row.append(quoted(flows.lotId(lot))).append(',');
            afterLot = row.length();
        }
        row.setLength(afterLot);
        row.append(share.element().name())
                .append(',')
                .append(origins.computeIfAbsent(share.origin(), origin -> quoted(origin.code())))
                .append(',')
                .append(Decimal.of(share.massKg()))
                .append(',')
                .append(Decimal.of(share.share()))
                .append('\n');
        try {
            out.append(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A cell as RFC 4180 wants it.
    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
