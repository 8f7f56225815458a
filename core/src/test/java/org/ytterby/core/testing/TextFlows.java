package org.ytterby.core.testing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowTableBuilder.Counterpart;
import org.ytterby.core.ledger.FlowTableBuilder.Header;
import org.ytterby.core.ledger.FlowTableBuilder.Line;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;

/// The flow lines of a [LedgerText].
///
/// @param facility position of a facility's id, and likewise for parties and products
record TextFlows(
        FlowTableBuilder flows,
        Methods methods,
        ToIntFunction<String> facility,
        ToIntFunction<String> party,
        ToIntFunction<String> product) {
    private static final List<String> TYPES =
            Arrays.stream(FlowType.values()).map(FlowType::code).toList();

    static boolean isFlow(TextRow row) {
        return row.cells().size() > 3 && TYPES.contains(row.cell(1));
    }

    static long milligrams(String kg) {
        return new BigDecimal(kg).movePointRight(6).longValueExact();
    }

    void read(TextRow row) {
        FlowType type = FlowType.values()[TYPES.indexOf(row.cell(1))];
        int r = flows.declared(row.cell(0));
        if (r == Names.NONE) {
            r = flows.declare(row.cell(0), header(row, type));
        }
        if (row.has("bad")) {
            flows.markBad(r);
        } else if (type != FlowType.CANCELLATION) {
            addLine(row, r, type);
        }
    }

    private Header header(TextRow row, FlowType type) {
        String time = row.cell(2);
        long ofDay = type == FlowType.STOCKTAKE ? LedgerTime.DAY : LedgerTime.DAY / 2;
        String corrects = row.option("corrects");
        return new Header(
                type,
                row.micros(time, ofDay),
                TextRow.isDate(time),
                optional(row, "from", 0),
                optional(row, "entered", LedgerTime.DAY / 2),
                facility.applyAsInt(row.cell(3)),
                corrects.isEmpty() ? Names.NONE : flows.reserve(corrects),
                row.number());
    }

    private static long optional(TextRow row, String key, long ofDay) {
        String time = row.option(key);
        return time.isEmpty() ? LedgerTime.BEGINNING : row.micros(time, ofDay);
    }

    private void addLine(TextRow row, int record, FlowType type) {
        if (row.cells().size() == 4) {
            if (type != FlowType.STOCKTAKE) {
                throw row.refused("has no lot");
            }
            flows.add(
                    record,
                    new Line(
                            Direction.COUNT,
                            Names.NONE,
                            -1,
                            0,
                            0,
                            Methods.DEFAULT,
                            new Counterpart(-1, -1, -1),
                            row.number()));
            return;
        }
        int at = type == FlowType.PROCESSING ? 5 : 4;
        String method = row.option("method");
        flows.add(
                record,
                new Line(
                        direction(row, type),
                        flows.texts().lots().number(row.cell(at)),
                        product.applyAsInt(row.cell(at + 1)),
                        milligrams(row.cell(at + 2)),
                        row.number("moisture", 0),
                        method.isEmpty() ? Methods.DEFAULT : methods.find(method),
                        counterpart(row, type),
                        row.number()));
    }

    private static Direction direction(TextRow row, FlowType type) {
        return switch (type) {
            case EXTRACTION, SHIPMENT, EXPORT, DISPOSAL -> Direction.OUT;
            case RECEIPT, IMPORT -> Direction.IN;
            case PROCESSING -> Direction.valueOf(row.cell(4).toUpperCase(Locale.ROOT));
            case STOCKTAKE -> Direction.COUNT;
            case CANCELLATION -> throw row.refused("has no direction");
        };
    }

    private Counterpart counterpart(TextRow row, FlowType type) {
        String partner = row.option("partner");
        FlowTableBuilder.Texts texts = flows.texts();
        int number =
                switch (type) {
                    case SHIPMENT, RECEIPT -> facility.applyAsInt(partner);
                    case EXPORT -> party.applyAsInt(partner);
                    case IMPORT -> texts.countries().number(partner);
                    case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> -1;
                };
        String to = row.option("dest");
        String document = row.option("doc");
        return new Counterpart(
                number,
                to.isEmpty() ? Names.NONE : texts.countries().number(to),
                document.isEmpty() ? Names.NONE : texts.documents().number(document));
    }
}
