package org.ytterby.epcis.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.epcis.json.Json;

/// Reads an event of the profile as rows of the ledger package: of the table `flows`, a row for
/// each line, or of the table `assays` one. Whether what the rows name was declared is for the
/// ledger to say.
public final class EventRows {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private EventRows() {}

    /// The rows of an event, in the order of its lines; one row where it has none.
    ///
    /// @throws OutsideProfile if it is no flow record and no assay of the profile
    public static List<DeclaredRow> of(Json.Members event) {
        if (event.get(AssayEvents.ASSAY) != null) {
            return List.of(new DeclaredRow("assays", AssayEvents.cells(event)));
        }
        SortedMap<String, String> record = record(event);
        boolean isProcess = FlowType.PROCESSING.code().equals(record.get("type"));
        Iterator<Json> in =
                Terms.items(event, isProcess ? "inputQuantityList" : "quantityList").iterator();
        Iterator<Json> out = isProcess ? Terms.items(event, "outputQuantityList").iterator() : in;
        List<DeclaredRow> rows = new ArrayList<>();
        for (Json item : Terms.items(event, Terms.field("line"))) {
            if (!(item instanceof Json.Members line)) {
                throw new OutsideProfile("an object for each line", "每行一个对象");
            }
            SortedMap<String, String> cells = new TreeMap<>(record);
            line(line, cells);
            if (cells.containsKey("product")) {
                quantity("in".equals(cells.get("direction")) ? in : out, cells);
            }
            rows.add(new DeclaredRow("flows", cells));
        }
        if (in.hasNext() || out.hasNext()) {
            throw new OutsideProfile("a line for each quantity", "每个数量元素对应一行");
        }
        return rows.isEmpty() ? List.of(new DeclaredRow("flows", record)) : rows;
    }

    /// What all lines share.
    private static SortedMap<String, String> record(Json.Members event) {
        SortedMap<String, String> cells = new TreeMap<>();
        cells.put("type", required(event, "flow"));
        cells.put("record", required(event, "record"));
        String time = event.text("eventTime");
        boolean isDate = "true".equals(event.text(Terms.field("dateOnly")));
        cells.put("time", isDate ? day(cells.get("type"), Terms.time(time)) : String.valueOf(time));
        String place = event.get("readPoint") instanceof Json.Members p ? p.text("id") : null;
        cells.put("facility", Terms.id(Terms.FACILITY, place));
        for (String field : List.of("from", "entered", "corrects")) {
            put(cells, field, event.text(Terms.field(field)));
        }
        return cells;
    }

    /// The bare date that a time was made of: its noon, of a stocktake its end.
    private static String day(@Nullable String type, long micros) {
        boolean isEnd = FlowType.STOCKTAKE.code().equals(type);
        long seconds = TimeUnit.MICROSECONDS.toSeconds(isEnd ? micros - 1 : micros);
        return Instant.ofEpochSecond(seconds).atOffset(OFFSET).toLocalDate().toString();
    }

    private static String required(Json.Members of, String name) {
        String value = of.text(Terms.field(name));
        if (value == null || value.isEmpty()) {
            throw new OutsideProfile("the field " + Terms.field(name), "字段 " + Terms.field(name));
        }
        return value;
    }

    private static void line(Json.Members line, SortedMap<String, String> to) {
        to.put("direction", required(line, "direction"));
        put(to, "product", line.text(Terms.field("product")));
        put(to, "method", line.text(Terms.field("method")));
        put(to, "destination", line.text(Terms.field("country")));
        if (line.get(Terms.field("moisture")) instanceof Json.Numeral(String digits)) {
            to.put("moisture", digits);
        }
        String document = line.text(Terms.field("document"));
        if (document != null) {
            to.put("document", Terms.id(Terms.DOCUMENT, document));
        }
        String partner = line.text(Terms.field("partner"));
        if (partner != null) {
            to.put("partner", Terms.id(kind(partner), partner));
        }
    }

    /// What a partner's URI begins with: a facility, a country or a party.
    private static String kind(String uri) {
        return uri.startsWith(Terms.COUNTRY)
                ? Terms.COUNTRY
                : uri.startsWith(Terms.PARTY) ? Terms.PARTY : Terms.FACILITY;
    }

    private static void quantity(Iterator<Json> from, SortedMap<String, String> to) {
        if (!from.hasNext() || !(from.next() instanceof Json.Members element)) {
            throw new OutsideProfile("a quantity for each line", "每行对应一个数量元素");
        }
        if (!"KGM".equals(element.text("uom"))
                || !(element.get("quantity") instanceof Json.Numeral(String kilograms))) {
            throw new OutsideProfile("a quantity in KGM", "以 KGM 计的数量");
        }
        to.put("lot", Terms.id(Terms.LOT, element.text("epcClass")));
        to.put("mass_kg", kilograms);
    }

    private static void put(
            SortedMap<String, String> cells, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            cells.put(column, value);
        }
    }
}
