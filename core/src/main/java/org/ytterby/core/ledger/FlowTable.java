package org.ytterby.core.ledger;

/// Flow records and their lines in columns, as declared: nothing is replaced or left out yet.
///
/// Lines of one record stand together, in the order of the file. Immutable; made by
/// [FlowTableBuilder]. Accessors take the number of a record (`0 <= r < recordCount()`) or of a
/// line (`0 <= line < lineCount()`).
public final class FlowTable {
    private static final FlowType[] TYPES = FlowType.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final String file;
    private final FlowTableBuilder.Texts texts;
    private final byte[] type;
    private final long[] time;
    private final long[] from;
    private final long[] entered;
    private final int[] facility;
    private final int[] corrects;
    private final int[] recordRow;
    private final byte[] flags;
    private final int[] lineFrom;

    private final int[] record;
    private final byte[] direction;
    private final int[] lot;
    private final int[] product;
    private final long[] mass;
    private final double[] moisture;
    private final int[] method;
    private final int[] partner;
    private final int[] destination;
    private final int[] document;
    private final int[] row;

    /// @param texts those of the builder, or a copy
    /// @param isKept whether the builder goes on
    FlowTable(
            FlowTableBuilder b,
            FlowTableBuilder.Texts texts,
            int[] order,
            int[] lineFrom,
            boolean isKept) {
        file = b.file;
        this.texts = texts;
        type = b.type.taken(isKept);
        time = b.time.taken(isKept);
        from = b.from.taken(isKept);
        entered = b.entered.taken(isKept);
        facility = b.facility.taken(isKept);
        corrects = b.corrects.taken(isKept);
        recordRow = b.recordRow.taken(isKept);
        flags = b.flags.taken(isKept);
        this.lineFrom = lineFrom;
        record = b.record.taken(order, isKept);
        direction = b.direction.taken(order, isKept);
        lot = b.lot.taken(order, isKept);
        product = b.product.taken(order, isKept);
        mass = b.mass.taken(order, isKept);
        moisture = b.moisture.taken(order, isKept);
        method = b.method.taken(order, isKept);
        partner = b.partner.taken(order, isKept);
        destination = b.destination.taken(order, isKept);
        document = b.document.taken(order, isKept);
        row = b.row.taken(order, isKept);
    }

    /// Gives lots other numbers; for whoever makes a table.
    void renumberLots(int[] numbers) {
        for (int i = 0; i < lot.length; i++) {
            lot[i] = lot[i] == Names.NONE ? Names.NONE : numbers[lot[i]];
        }
    }

    /// The names that numbers in the columns stand for.
    public FlowTableBuilder.Texts texts() {
        return texts;
    }

    /// File or sheet that the lines come from, as their sender knows it.
    public String file() {
        return file;
    }

    public int recordCount() {
        return type.length;
    }

    public int lineCount() {
        return record.length;
    }

    /// The id of a record.
    public String recordId(int r) {
        return texts.records().name(r);
    }

    /// The id of a lot.
    public String lotId(int lot) {
        return texts.lots().name(lot);
    }

    public FlowType type(int r) {
        return TYPES[type[r]];
    }

    /// The instant of a record; of a bare date its noon, of a stocktake's bare date the end of that
    /// day.
    public long timeMicros(int r) {
        return time[r];
    }

    /// Where the span of a processing record begins, [LedgerTime#BEGINNING] if not given.
    public long fromMicros(int r) {
        return from[r];
    }

    /// When a record was reported, [LedgerTime#BEGINNING] if not given.
    public long enteredMicros(int r) {
        return entered[r];
    }

    /// Position of the facility in the registry.
    public int facility(int r) {
        return facility[r];
    }

    /// The record that this one replaces, [Names#NONE] for an original.
    public int corrects(int r) {
        return corrects[r];
    }

    /// Row of the file where a record begins, 0 if it was never declared.
    public int recordRow(int r) {
        return recordRow[r];
    }

    /// Whether the time was given as a bare date.
    public boolean isDateOnly(int r) {
        return (flags[r] & FlowTableBuilder.DATE_ONLY) != 0;
    }

    /// Whether a line of the record could not be read, so that the whole record is left out.
    public boolean isBad(int r) {
        return (flags[r] & FlowTableBuilder.BAD) != 0;
    }

    /// Whether the record was declared itself and not only named by a correction.
    public boolean isDeclared(int r) {
        return (flags[r] & FlowTableBuilder.DECLARED) != 0;
    }

    /// First line of a record; its lines end at the first of the next record.
    public int lineFrom(int r) {
        return lineFrom[r];
    }

    /// One past the last line of a record.
    public int lineTo(int r) {
        return lineFrom[r + 1];
    }

    public int record(int line) {
        return record[line];
    }

    public Direction direction(int line) {
        return DIRECTIONS[direction[line]];
    }

    /// Number of the lot, [Names#NONE] for an empty store.
    public int lot(int line) {
        return lot[line];
    }

    /// Position of the product, -1 for an empty store.
    public int product(int line) {
        return product[line];
    }

    /// Mass as weighed, mg.
    public long massMg(int line) {
        return mass[line];
    }

    /// Mass fraction of water.
    public double moisture(int line) {
        return moisture[line];
    }

    /// Number of the weighing method.
    public int method(int line) {
        return method[line];
    }

    /// Position of the partner: a facility (shipment, receipt), a party (export) or the number of a
    /// country (import); -1 for none.
    public int partner(int line) {
        return partner[line];
    }

    /// Number of the country that an export goes to, [Names#NONE] if not given.
    public int destination(int line) {
        return destination[line];
    }

    /// Number of the document, [Names#NONE] if not given.
    public int document(int line) {
        return document[line];
    }

    /// Row of the file.
    public int row(int line) {
        return row[line];
    }
}
