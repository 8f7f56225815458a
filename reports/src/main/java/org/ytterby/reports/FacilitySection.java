package org.ytterby.reports;

import java.util.List;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Reconciliation.DetectableAmount;
import tools.jackson.core.JsonGenerator;

/// Who is who, how much passes through each facility, and how much each could hide.
final class FacilitySection {
    private final Ledger ledger;
    private final Registry registry;
    private final List<DetectableAmount> detectable;

    FacilitySection(Reconciliation reconciliation) {
        ledger = reconciliation.ledger();
        registry = ledger.registry();
        detectable = reconciliation.detectable();
    }

    void write(JsonGenerator out) {
        out.writeName("parties");
        out.writeStartArray();
        registry.parties().forEach(p -> party(out, p));
        out.writeEndArray();
        out.writeName("facilities");
        out.writeStartArray();
        for (int f = 0; f < registry.facilities().size(); f++) {
            facility(out, f);
        }
        out.writeEndArray();
        out.writeName("detectable");
        out.writeStartArray();
        detectable.forEach(d -> detectable(out, d));
        out.writeEndArray();
    }

    private static void party(JsonGenerator out, Party party) {
        out.writeStartObject();
        out.writeStringProperty("id", party.id());
        out.writeStringProperty("name", party.name());
        out.writeStringProperty("nameEn", party.nameEn());
        out.writeEndObject();
    }

    private void facility(JsonGenerator out, int index) {
        Facility facility = registry.facility(index);
        out.writeStartObject();
        out.writeStringProperty("id", facility.id());
        out.writeStringProperty("name", facility.name());
        out.writeNumberProperty("party", facility.party());
        out.writeStringProperty("stage", facility.stage().code());
        out.writeStringProperty("region", facility.region());
        if (facility.position() != null) {
            out.writeNumberProperty("latitude", facility.position().latitude());
            out.writeNumberProperty("longitude", facility.position().longitude());
        }
        out.writeNumberProperty("throughputKg", throughputKg(index));
        out.writeEndObject();
    }

    /// The larger of what came in and what went out, kg REO.
    private double throughputKg(int facility) {
        double in = 0;
        double out = 0;
        for (int line : ledger.linesByFacility().items(facility)) {
            int sign = ledger.type(line).balanceSign();
            if (sign > 0) {
                in += ledger.reoKg(line);
            } else if (sign < 0) {
                out += ledger.reoKg(line);
            }
        }
        return Math.max(in, out);
    }

    private static void detectable(JsonGenerator out, DetectableAmount amount) {
        out.writeStartObject();
        out.writeNumberProperty("facility", amount.facility());
        ReportJson.number(out, "lossKg", amount.lossKg());
        ReportJson.number(out, "gainKg", amount.gainKg());
        ReportJson.number(out, "pLoss", amount.pLoss());
        ReportJson.number(out, "pGain", amount.pGain());
        out.writeEndObject();
    }
}
