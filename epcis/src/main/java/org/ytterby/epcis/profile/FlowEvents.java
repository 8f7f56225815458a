package org.ytterby.epcis.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.epcis.json.Json;

/// Writes assays and flow records as events of the profile, one event for each. See
/// `docs/reference/epcis-profile.md`.
public final class FlowEvents {
    private static final int MG_DECIMALS = 6;

    private final FlowTable flows;
    private final Catalogue catalogue;

    private FlowEvents(Declarations declarations) {
        flows = declarations.flows();
        catalogue = new Catalogue(declarations);
    }

    /// All assays, then all declared records that could be read, in the order of their tables.
    ///
    /// @param created time of the document, RFC 3339
    public static Json.Members document(Declarations declarations, String created) {
        FlowEvents events = new FlowEvents(declarations);
        List<Json> list = new ArrayList<>();
        AssayTable assays = declarations.assays();
        AssayEvents writer = new AssayEvents(events.catalogue);
        for (int a = 0; a < assays.size(); a++) {
            if (!assays.isBad(a)) {
                list.add(writer.event(assays, a, events.flows.texts().lots(), created));
            }
        }
        for (int r = 0; r < events.flows.recordCount(); r++) {
            if (events.flows.isDeclared(r) && !events.flows.isBad(r)) {
                list.add(events.event(r));
            }
        }
        return Terms.document(list, created);
    }

    private Json event(int r) {
        FlowType type = flows.type(r);
        Map<String, Json> event = new LinkedHashMap<>();
        boolean isProcess = type == FlowType.PROCESSING;
        event.put("type", Terms.text(isProcess ? "TransformationEvent" : "ObjectEvent"));
        event.put("eventTime", Terms.text(LedgerTime.format(flows.timeMicros(r))));
        event.put("eventTimeZoneOffset", Terms.text("+08:00"));
        String step = Terms.step(type);
        if (step != null) {
            event.put("bizStep", Terms.text(step));
        }
        place(event, r);
        if (isProcess) {
            event.put("transformationID", Terms.uri(Terms.RECORD, flows.recordId(r)));
            put(event, "inputQuantityList", quantities(r, Set.of(Direction.IN)));
            put(event, "outputQuantityList", quantities(r, Set.of(Direction.OUT)));
        } else {
            event.put("action", Terms.text(Terms.action(type)));
            List<Json> quantities = quantities(r, Set.of(Direction.values()));
            if (quantities.isEmpty()) {
                event.put("epcList", new Json.Items(List.of()));
            }
            put(event, "quantityList", quantities);
            parties(event, r, type);
        }
        documents(event, r);
        own(event, r, type);
        return new Json.Members(event);
    }

    private void place(Map<String, Json> event, int r) {
        String facility = catalogue.facility(flows.facility(r));
        event.put("readPoint", new Json.Members(Map.of("id", Terms.uri(Terms.FACILITY, facility))));
    }

    private static void put(Map<String, Json> event, String name, List<Json> items) {
        if (!items.isEmpty()) {
            event.put(name, new Json.Items(items));
        }
    }

    private List<Json> quantities(int r, Set<Direction> directions) {
        List<Json> quantities = new ArrayList<>();
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.lot(line) != Names.NONE && directions.contains(flows.direction(line))) {
                Map<String, Json> element = new LinkedHashMap<>();
                element.put("epcClass", Terms.uri(Terms.LOT, flows.lotId(flows.lot(line))));
                element.put("quantity", new Json.Numeral(kilograms(flows.massMg(line))));
                element.put("uom", Terms.text("KGM"));
                quantities.add(new Json.Members(element));
            }
        }
        return quantities;
    }

    private static String kilograms(long massMg) {
        BigDecimal kg = BigDecimal.valueOf(massMg, MG_DECIMALS);
        return kg.signum() == 0 ? "0" : kg.stripTrailingZeros().toPlainString();
    }

    private void parties(Map<String, Json> event, int r, FlowType type) {
        SequencedSet<Json> partners = new LinkedHashSet<>();
        boolean isIncoming = type == FlowType.RECEIPT || type == FlowType.IMPORT;
        String role = isIncoming ? "source" : "destination";
        String kind = type == FlowType.EXPORT ? "owning_party" : "location";
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            Json.Text partner = partner(type, flows.partner(line));
            if (partner != null) {
                Map<String, Json> pair = new LinkedHashMap<>();
                pair.put("type", Terms.text(kind));
                pair.put(role, partner);
                partners.add(new Json.Members(pair));
            }
        }
        put(event, role + "List", List.copyOf(partners));
    }

    private Json.@Nullable Text partner(FlowType type, int partner) {
        if (partner == Names.NONE) {
            return null;
        }
        return switch (type) {
            case SHIPMENT, RECEIPT -> Terms.uri(Terms.FACILITY, catalogue.facility(partner));
            case EXPORT -> Terms.uri(Terms.PARTY, catalogue.party(partner));
            case IMPORT -> Terms.uri(Terms.COUNTRY, flows.texts().countries().name(partner));
            case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> null;
        };
    }

    private void documents(Map<String, Json> event, int r) {
        SequencedSet<Json> documents = new LinkedHashSet<>();
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.document(line) != Names.NONE) {
                String id = flows.texts().documents().name(flows.document(line));
                documents.add(
                        new Json.Members(Map.of("bizTransaction", Terms.uri(Terms.DOCUMENT, id))));
            }
        }
        put(event, "bizTransactionList", List.copyOf(documents));
    }

    /// What the standard has no field for.
    private void own(Map<String, Json> event, int r, FlowType type) {
        event.put(Terms.field("flow"), Terms.text(type.code()));
        event.put(Terms.field("record"), Terms.text(flows.recordId(r)));
        if (flows.isDateOnly(r)) {
            event.put(Terms.field("dateOnly"), Terms.text("true"));
        }
        time(event, "from", flows.fromMicros(r));
        time(event, "entered", flows.enteredMicros(r));
        if (flows.corrects(r) != Names.NONE) {
            event.put(Terms.field("corrects"), Terms.text(flows.recordId(flows.corrects(r))));
        }
        List<Json> lines = new ArrayList<>();
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            lines.add(line(line, type));
        }
        put(event, Terms.field("line"), lines);
    }

    private static void time(Map<String, Json> event, String name, long micros) {
        if (micros != LedgerTime.BEGINNING) {
            event.put(Terms.field(name), Terms.text(LedgerTime.format(micros)));
        }
    }

    private Json line(int line, FlowType type) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(Terms.field("direction"), Terms.text(flows.direction(line).code()));
        if (flows.lot(line) != Names.NONE) {
            String product = catalogue.product(flows.product(line));
            members.put(Terms.field("product"), Terms.text(product));
        }
        if (flows.moisture(line) != 0) {
            String moisture = Double.toString(flows.moisture(line));
            members.put(Terms.field("moisture"), new Json.Numeral(moisture));
        }
        if (flows.method(line) != Methods.DEFAULT) {
            String method = catalogue.method(flows.method(line));
            members.put(Terms.field("method"), Terms.text(method));
        }
        Json.Text partner = partner(type, flows.partner(line));
        if (partner != null) {
            members.put(Terms.field("partner"), partner);
        }
        if (flows.destination(line) != Names.NONE) {
            String country = flows.texts().countries().name(flows.destination(line));
            members.put(Terms.field("country"), Terms.text(country));
        }
        if (flows.document(line) != Names.NONE) {
            String id = flows.texts().documents().name(flows.document(line));
            members.put(Terms.field("document"), Terms.uri(Terms.DOCUMENT, id));
        }
        return new Json.Members(members);
    }
}
