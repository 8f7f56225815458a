package org.ytterby.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.balance.Scatter;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Reconciliation.DetectableAmount;
import org.ytterby.core.supervision.Reconciliation.ScatterCheck;
import tools.jackson.core.JsonGenerator;

/// Who is who, how much passes through each facility, and how much each could hide.
final class FacilitySection {
    private final Ledger ledger;
    private final Registry registry;
    private final List<DetectableAmount> detectable;
    private final Map<Integer, ScatterCheck> scatter = new HashMap<>();

    FacilitySection(Reconciliation reconciliation) {
        ledger = reconciliation.ledger();
        registry = ledger.registry();
        detectable = reconciliation.detectable();
        reconciliation.scatter().forEach(check -> scatter.put(check.facility(), check));
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

    private void detectable(JsonGenerator out, DetectableAmount amount) {
        out.writeStartObject();
        out.writeNumberProperty("facility", amount.facility());
        ReportJson.number(out, "amountKg", amount.amountKg());
        ReportJson.number(out, "pLoss", amount.pLoss());
        ReportJson.number(out, "pGain", amount.pGain());
        ScatterCheck check = scatter.get(amount.facility());
        if (check != null) {
            scatter(out, check);
        }
        out.writeEndObject();
    }

    private static void scatter(JsonGenerator out, ScatterCheck check) {
        Scatter.Part loudest = check.scatter().loudest();
        out.writeName("scatter");
        out.writeStartObject();
        out.writeBooleanProperty("disagrees", check.disagrees());
        ReportJson.number(out, "ratio", check.scatter().ratio());
        ReportJson.number(out, "loudestRatio", loudest.ratio());
        ReportJson.number(out, "p", check.pValue());
        switch (loudest.where()) {
            case Scatter.Where.Everywhere() -> out.writeStringProperty("where", "everywhere");
            case Scatter.Where.Together() -> out.writeStringProperty("where", "together");
            case Scatter.Where.Alone(Element element) -> {
                out.writeStringProperty("where", "alone");
                out.writeNumberProperty("element", element.ordinal());
            }
        }
        out.writeEndObject();
    }
}
