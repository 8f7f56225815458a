package org.ytterby.epcis.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Registry;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.json.Json;

/// Reads events of the profile as flow records and assays. Events outside it are told, not refused:
/// they are kept and traced, and enter no balance.
public final class EventFlows {
    private static final int MG_DECIMALS = 6;

    private final Catalogue catalogue;
    private final FlowTableBuilder flows;
    private final AssayTable assays = new AssayTable();

    private EventFlows(Declarations declarations, Names lots) {
        catalogue = new Catalogue(declarations);
        flows = new FlowTableBuilder(lots);
    }

    /// Flow records, assays, and what is neither.
    ///
    /// @param assays their subjects are numbered in the names of lots
    /// @param outside events that the profile does not cover
    public record Result(FlowTable flows, AssayTable assays, List<Outside> outside) {
        public Result {
            outside = List.copyOf(outside);
        }
    }

    /// An event outside the profile.
    ///
    /// @param why what the profile would expect
    public record Outside(EpcisEvent event, OutsideProfile why) {}

    /// The flow records of a document.
    ///
    /// @param declarations who is who, what products and methods there are
    /// @param lots numbers of lots, to which those of the document are added
    public static Result read(EpcisDocument document, Declarations declarations, Names lots) {
        EventFlows reader = new EventFlows(declarations, lots);
        List<Outside> outside = new ArrayList<>();
        for (EpcisEvent event : document.events()) {
            try {
                reader.add(event);
            } catch (OutsideProfile why) {
                outside.add(new Outside(event, why));
            }
        }
        return new Result(reader.flows.build(), reader.assays, outside);
    }

    private void add(EpcisEvent event) {
        Json.Members tree = event.tree();
        if (tree.get(AssayEvents.ASSAY) != null) {
            Names subjects = flows.texts().lots();
            new AssayEvents(catalogue).read(tree, event.index() + 1, subjects, assays);
            return;
        }
        FlowType type = type(tree);
        String place = tree.get("readPoint") instanceof Json.Members p ? p.text("id") : null;
        int facility = catalogue.facility(Terms.id(Terms.FACILITY, place));
        List<FlowTableBuilder.Line> lines = lines(tree, type, event.index() + 1);
        String record = required(tree, "record");
        if (flows.declared(record) != Names.NONE) {
            throw new OutsideProfile(
                    "a record of its own, not " + record + " again", "新的记录编号，而不是重复的 " + record);
        }
        long time = Terms.time(tree.text("eventTime"));
        long from = optionalTime(tree, "from");
        FlowForm.requireOrder(from, time);
        String corrected = tree.text(Terms.field("corrects"));
        FlowForm.requireWhole(type, corrected, lines.size());
        FlowTableBuilder.Header header =
                new FlowTableBuilder.Header(
                        type,
                        time,
                        "true".equals(tree.text(Terms.field("dateOnly"))),
                        from,
                        optionalTime(tree, "entered"),
                        facility,
                        corrected == null ? Names.NONE : flows.reserve(corrected),
                        event.index() + 1);
        int r = flows.declare(record, header);
        lines.forEach(line -> flows.add(r, line));
    }

    private static FlowType type(Json.Members tree) {
        String code = required(tree, "flow");
        for (FlowType type : FlowType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw new OutsideProfile("a type of flow, not " + code, "流转类型，而不是 " + code);
    }

    private static String required(Json.Members tree, String name) {
        String value = tree.text(Terms.field(name));
        if (value == null) {
            throw new OutsideProfile("the field " + Terms.field(name), "字段 " + Terms.field(name));
        }
        return value;
    }

    private static long optionalTime(Json.Members tree, String name) {
        String text = tree.text(Terms.field(name));
        return text == null ? LedgerTime.BEGINNING : Terms.time(text);
    }

    /// The lines of an event; their masses and lots stand in the lists of the standard, in order.
    private List<FlowTableBuilder.Line> lines(Json.Members tree, FlowType type, int row) {
        boolean isProcess = type == FlowType.PROCESSING;
        Iterator<Json> in =
                Terms.items(tree, isProcess ? "inputQuantityList" : "quantityList").iterator();
        Iterator<Json> out = isProcess ? Terms.items(tree, "outputQuantityList").iterator() : in;
        List<FlowTableBuilder.Line> lines = new ArrayList<>();
        for (Json item : Terms.items(tree, Terms.field("line"))) {
            if (!(item instanceof Json.Members line)) {
                throw new OutsideProfile("an object for each line", "每行一个对象");
            }
            Direction direction = direction(line);
            FlowForm.requireDirection(type, direction);
            boolean isEmptyStore =
                    type == FlowType.STOCKTAKE && line.get(Terms.field("product")) == null;
            Iterator<Json> from = direction == Direction.IN ? in : out;
            Json quantity = isEmptyStore ? null : next(from);
            lines.add(line(line, quantity, direction, type, row));
        }
        if (in.hasNext() || out.hasNext()) {
            throw new OutsideProfile("a line for each quantity", "每个数量元素对应一行");
        }
        return lines;
    }

    private static Json next(Iterator<Json> quantities) {
        if (!quantities.hasNext()) {
            throw new OutsideProfile("a quantity for each line", "每行对应一个数量元素");
        }
        return quantities.next();
    }

    private static Direction direction(Json.Members line) {
        String code = required(line, "direction");
        for (Direction direction : Direction.values()) {
            if (direction.code().equals(code)) {
                return direction;
            }
        }
        throw new OutsideProfile("in, out or count, not " + code, "in、out 或 count，而不是 " + code);
    }

    private FlowTableBuilder.Line line(
            Json.Members line,
            @Nullable Json quantity,
            Direction direction,
            FlowType type,
            int row) {
        int lot = Names.NONE;
        int product = Names.NONE;
        long massMg = 0;
        if (quantity instanceof Json.Members element) {
            massMg = massMg(element);
            product = catalogue.product(required(line, "product"));
            lot = flows.texts().lots().number(Terms.id(Terms.LOT, element.text("epcClass")));
        } else if (quantity != null) {
            throw new OutsideProfile("an object for each quantity", "每个数量元素一个对象");
        }
        String method = line.text(Terms.field("method"));
        return new FlowTableBuilder.Line(
                direction,
                lot,
                product,
                massMg,
                moisture(line),
                method == null ? Methods.DEFAULT : catalogue.method(method),
                counterpart(line, type),
                row);
    }

    private static long massMg(Json.Members element) {
        if ("KGM".equals(element.text("uom"))
                && element.get("quantity") instanceof Json.Numeral kilograms) {
            try {
                BigDecimal mass = kilograms.value();
                if (FlowForm.isBelievable(mass)) {
                    return mass.movePointRight(MG_DECIMALS).longValueExact();
                }
            } catch (ArithmeticException e) {
                throw wrongMass(kilograms.digits());
            }
        }
        throw wrongMass(String.valueOf(element.get("quantity")));
    }

    private static OutsideProfile wrongMass(String found) {
        return new OutsideProfile(
                "a quantity in KGM, whole milligrams, up to a million tonnes, not " + found,
                "以 KGM 计、精确到毫克、不超过一百万吨的数量，而不是 " + found);
    }

    private static double moisture(Json.Members line) {
        double value =
                line.get(Terms.field("moisture")) instanceof Json.Numeral water
                        ? Double.parseDouble(water.digits())
                        : 0;
        if (!(value >= 0 && value < 1)) {
            throw new OutsideProfile(
                    "a moisture from 0 to below 1, not " + value, "0 至 1（不含）的水分，而不是 " + value);
        }
        return value;
    }

    private int country(String code) {
        return flows.texts().countries().number(FlowForm.country(code));
    }

    private FlowTableBuilder.Counterpart counterpart(Json.Members line, FlowType type) {
        FlowTableBuilder.Texts texts = flows.texts();
        String partner = line.text(Terms.field("partner"));
        int other =
                switch (type) {
                    case SHIPMENT, RECEIPT -> catalogue.facility(Terms.id(Terms.FACILITY, partner));
                    case EXPORT -> catalogue.party(Terms.id(Terms.PARTY, partner));
                    case IMPORT -> country(Terms.id(Terms.COUNTRY, partner));
                    case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> Registry.NONE;
                };
        String country = line.text(Terms.field("country"));
        String document = line.text(Terms.field("document"));
        return new FlowTableBuilder.Counterpart(
                other,
                country == null ? Names.NONE : country(country),
                document == null
                        ? Names.NONE
                        : texts.documents().number(Terms.id(Terms.DOCUMENT, document)));
    }
}
