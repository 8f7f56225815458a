package org.ytterby.reports;

import java.util.TreeSet;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Mass;
import org.ytterby.core.material.Product;
import tools.jackson.core.JsonGenerator;

/// The records that other sections refer to, each written once with its lines.
///
/// Not thread-safe.
final class EvidenceBook {
    /// Lines of one record that the page can show.
    static final int LINES_MAX = 20;

    private final Ledger ledger;
    private final FlowTable flows;
    private final TreeSet<Integer> wanted = new TreeSet<>();

    EvidenceBook(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// Asks for a record by its id; one that is not in the ledger is passed over.
    void add(String recordId) {
        int number = flows.texts().records().find(recordId);
        if (number != Names.NONE && flows.isDeclared(number)) {
            wanted.add(number);
        }
    }

    void write(JsonGenerator out) {
        out.writeName("evidence");
        out.writeStartObject();
        for (int r : wanted) {
            out.writeName(flows.recordId(r));
            record(out, r);
        }
        out.writeEndObject();
    }

    private void record(JsonGenerator out, int r) {
        out.writeStartObject();
        out.writeStringProperty("type", flows.type(r).code());
        ReportJson.time(out, "time", flows.timeMicros(r));
        out.writeNumberProperty("facility", flows.facility(r));
        out.writeNumberProperty("lineCount", flows.lineTo(r) - flows.lineFrom(r));
        out.writeName("lines");
        out.writeStartArray();
        int to = Math.min(flows.lineTo(r), flows.lineFrom(r) + LINES_MAX);
        for (int line = flows.lineFrom(r); line < to; line++) {
            line(out, line);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void line(JsonGenerator out, int line) {
        out.writeStartObject();
        out.writeStringProperty("direction", flows.direction(line).code());
        if (flows.lot(line) != Names.NONE) {
            out.writeStringProperty("lot", flows.lotId(flows.lot(line)));
        }
        if (flows.product(line) >= 0) {
            Product product = ledger.declarations().products().get(flows.product(line));
            out.writeName("product");
            ReportJson.pair(
                    out,
                    product.name(),
                    product.nameZh().isEmpty() ? product.name() : product.nameZh());
        }
        out.writeNumberProperty("massKg", new Mass(flows.massMg(line)).kilograms());
        out.writeNumberProperty("reoKg", ledger.reoKg(line));
        out.writeStringProperty("partner", partner(line));
        if (flows.document(line) != Names.NONE) {
            out.writeStringProperty(
                    "document", flows.texts().documents().name(flows.document(line)));
        }
        out.writeNumberProperty("row", flows.row(line));
        out.writeEndObject();
    }

    /// Name of the other side, empty where there is none.
    private String partner(int line) {
        int partner = flows.partner(line);
        FlowType type = flows.type(flows.record(line));
        if (partner < 0) {
            return "";
        }
        return switch (type) {
            case SHIPMENT, RECEIPT -> {
                Facility facility = ledger.registry().facility(partner);
                yield facility.name().isEmpty() ? facility.id() : facility.name();
            }
            case EXPORT -> ledger.registry().party(partner).name();
            case IMPORT -> flows.texts().countries().name(partner);
            case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> "";
        };
    }
}
