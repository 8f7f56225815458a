package org.ytterby.formats.intake;

import java.util.Map;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowTableBuilder.Counterpart;
import org.ytterby.core.ledger.FlowTableBuilder.Header;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Registry;
import org.ytterby.formats.Wording;

/// Reads flow records line by line. A bad line makes its whole record one to leave out.
final class FlowReader {
    /// What the other tables declare.
    record Known(
            Map<String, Integer> parties,
            Map<String, Integer> facilities,
            Map<String, Integer> products,
            Methods methods,
            Names lots) {}

    private static final long NOON = LedgerTime.DAY / 2;

    private final Known known;
    private final Problems problems;
    private final FlowTableBuilder flows;
    private final int record;
    private final int type;
    private final int time;
    private final int from;
    private final int entered;
    private final int facility;
    private final int direction;
    private final int lot;
    private final int product;
    private final int mass;
    private final int moisture;
    private final int method;
    private final int partner;
    private final int destination;
    private final int document;
    private final int value;
    private final int currency;
    private final int corrects;

    /// Lines of one record mostly stand together.
    private String lastId = "";

    private int lastRecord = Names.NONE;

    FlowReader(PackageFiles files, Problems problems, Known known) {
        this.known = known;
        this.problems = problems;
        Table table = table(files, problems);
        flows = new FlowTableBuilder(known.lots()).readFrom(files.called("flows"));
        record = table.field("record");
        type = table.field("type");
        time = table.field("time");
        from = table.field("from");
        entered = table.field("entered");
        facility = table.field("facility");
        direction = table.field("direction");
        lot = table.field("lot");
        product = table.field("product");
        mass = table.field("mass_kg");
        moisture = table.field("moisture");
        method = table.field("method");
        partner = table.field("partner");
        destination = table.field("destination");
        document = table.field("document");
        value = table.field("value");
        currency = table.field("currency");
        corrects = table.field("corrects");
    }

    private static Table table(PackageFiles files, Problems problems) {
        return new Table("flows", files, problems);
    }

    /// Reads the table, or what was added to it since it was read.
    ///
    /// @return takes all lines read by this reader
    FlowTableBuilder read(PackageFiles files) {
        table(files, problems).forEach(this::read);
        return flows;
    }

    private void read(Row row) {
        int t = row.word(type);
        Header header = header(row, t < 0 ? FlowType.STOCKTAKE : FlowType.values()[t]);
        if (row.isAbsent(record)) {
            return; // said by the row itself
        }
        String id = row.text(record);
        int r = id.equals(lastId) ? lastRecord : flows.declared(id);
        if (r == Names.NONE) {
            r = flows.declare(id, header);
        } else if (row.isGood() && !flows.isBad(r)) {
            checkSame(row, flows.header(r), header);
        }
        lastId = id;
        lastRecord = r;
        if (t < 0) {
            checkCells(row);
        } else if (header.type() == FlowType.CANCELLATION) {
            checkCancellation(row);
        } else {
            readLine(row, r, header.type());
        }
        if (!row.isGood()) {
            flows.markBad(r);
        }
    }

    private Header header(Row row, FlowType flowType) {
        long ofDay = flowType == FlowType.STOCKTAKE ? LedgerTime.DAY : NOON;
        long at = row.instant(time, ofDay, 0);
        long begin = row.instant(from, 0, LedgerTime.BEGINNING);
        if (row.isGood() && begin > at) {
            row.bad(from, new Wording("begins after the time of the record", "起始晚于记录时间"));
        }
        return new Header(
                flowType,
                at,
                row.isDay(time),
                begin,
                row.instant(entered, NOON, LedgerTime.BEGINNING),
                row.reference(facility, known.facilities(), "facilities"),
                row.isAbsent(corrects) ? Names.NONE : flows.reserve(row.text(corrects)),
                row.number());
    }

    /// What can be said of a line whose type is not known.
    private void checkCells(Row row) {
        row.word(direction);
        row.reference(product, known.products(), "products");
        row.massMg(mass);
        moisture(row);
        method(row);
        row.country(destination);
        checkPrice(row);
    }

    private void checkSame(Row row, Header first, Header here) {
        same(row, type, first.type() == here.type());
        same(row, time, first.timeMicros() == here.timeMicros());
        same(row, facility, first.facility() == here.facility());
        same(row, corrects, first.corrects() == here.corrects());
    }

    private static void same(Row row, int field, boolean agrees) {
        if (!agrees) {
            row.bad(
                    field,
                    new Wording("differs from the first line of the same record", "与同一记录的首行不一致"));
        }
    }

    private void checkCancellation(Row row) {
        if (row.isAbsent(corrects)) {
            row.bad(
                    corrects,
                    new Wording(
                            "a cancellation names the record that never happened", "撤销须指明所撤销的记录"));
        }
    }

    private void readLine(Row row, int r, FlowType flowType) {
        boolean isEmptyStore =
                flowType == FlowType.STOCKTAKE && row.isAbsent(lot) && row.isAbsent(product);
        long massMg = row.massMg(mass);
        require(row, direction);
        require(row, mass);
        if (isEmptyStore) {
            checkEmptyStore(row, massMg);
        } else {
            require(row, lot);
            require(row, product);
        }
        Direction d = direction(row, flowType);
        int p = row.reference(product, known.products(), "products");
        double water = moisture(row);
        int m = method(row);
        Counterpart counterpart = counterpart(row, flowType);
        checkPrice(row);
        if (row.isGood()) {
            int l = isEmptyStore ? Names.NONE : known.lots().number(row.text(lot));
            flows.add(
                    r,
                    new FlowTableBuilder.Line(
                            d, l, p, massMg, water, m, counterpart, row.number()));
        }
    }

    private static void require(Row row, int field) {
        if (row.isAbsent(field)) {
            row.bad(field, new Wording("a value is required", "必填"));
        }
    }

    private void checkEmptyStore(Row row, long massMg) {
        if (massMg != 0) {
            row.bad(
                    lot,
                    new Wording(
                            "a stocktake line without lot says that the store is empty: its mass must"
                                    + " be 0",
                            "没有批次的盘点行表示库存为空，质量须为 0"));
        }
    }

    private Direction direction(Row row, FlowType flowType) {
        int d = row.word(direction);
        Direction given = d < 0 ? Direction.IN : Direction.values()[d];
        boolean fits =
                switch (flowType) {
                    case EXTRACTION, SHIPMENT, EXPORT, DISPOSAL -> given == Direction.OUT;
                    case RECEIPT, IMPORT -> given == Direction.IN;
                    case PROCESSING -> given != Direction.COUNT;
                    case STOCKTAKE -> given == Direction.COUNT;
                    case CANCELLATION -> true;
                };
        if (d >= 0 && !fits) {
            String right = rightDirection(flowType);
            row.bad(
                    direction,
                    new Wording(
                            "a line of type " + flowType.code() + " has direction " + right,
                            flowType.code() + " 类型的行，方向应为 " + right));
        }
        return given;
    }

    private static String rightDirection(FlowType flowType) {
        return switch (flowType) {
            case EXTRACTION, SHIPMENT, EXPORT, DISPOSAL -> "out";
            case RECEIPT, IMPORT -> "in";
            case PROCESSING -> "in / out";
            case STOCKTAKE -> "count";
            case CANCELLATION -> "";
        };
    }

    private double moisture(Row row) {
        double water = row.number(moisture, 0);
        if (water == 1) {
            row.bad(
                    moisture,
                    new Wording(
                            "nothing dry would be left; write a mass fraction below 1, such as 0.08 for"
                                    + " 8 %",
                            "干基将为零；请填小于 1 的质量分数，如 8% 填 0.08"));
        }
        return water;
    }

    private int method(Row row) {
        if (row.isAbsent(method)) {
            return Methods.DEFAULT;
        }
        int m = known.methods().find(row.text(method));
        if (m == Names.NONE || !known.methods().weighs(m)) {
            row.bad(
                    method,
                    new Wording(
                            row.called("methods") + " has no weighing method of this name",
                            row.called("methods") + " 中没有此名称的称量方法"));
            return Methods.DEFAULT;
        }
        return m;
    }

    private Counterpart counterpart(Row row, FlowType flowType) {
        FlowTableBuilder.Texts texts = flows.texts();
        int p =
                switch (flowType) {
                    case SHIPMENT, RECEIPT -> {
                        require(row, partner);
                        yield row.reference(partner, known.facilities(), "facilities");
                    }
                    case EXPORT -> {
                        require(row, partner);
                        yield row.reference(partner, known.parties(), "parties");
                    }
                    case IMPORT -> {
                        require(row, partner);
                        String country = row.country(partner);
                        yield country.isEmpty() ? Names.NONE : texts.countries().number(country);
                    }
                    case EXTRACTION, PROCESSING, DISPOSAL, STOCKTAKE, CANCELLATION -> Registry.NONE;
                };
        String to = row.country(destination);
        return new Counterpart(
                p,
                to.isEmpty() ? Names.NONE : texts.countries().number(to),
                row.isAbsent(document) ? Names.NONE : texts.documents().number(row.text(document)));
    }

    private void checkPrice(Row row) {
        row.number(value, 0);
        if (!row.isAbsent(currency) && !row.text(currency).strip().matches("[A-Z]{3}")) {
            row.bad(
                    currency,
                    new Wording(
                            "not a currency code; write ISO 4217, such as CNY",
                            "不是货币代码；请填 ISO 4217 三位字母，如 CNY"));
        }
    }
}
