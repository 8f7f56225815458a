package org.ytterby.core.ledger;

import org.jspecify.annotations.Nullable;

/// Collects flow records and lines in the order in which they are read.
///
/// Lines of one record may come apart; they are brought together at the end. Not thread-safe.
public final class FlowTableBuilder {
    static final int DATE_ONLY = 1;
    static final int BAD = 2;
    static final int DECLARED = 4;

    /// The names behind the numbers of a flow table.
    public record Texts(Names records, Names lots, Names documents, Names countries) {}

    /// What the lines of one record share.
    ///
    /// @param type what happened
    /// @param timeMicros see [FlowTable#timeMicros]
    /// @param dateOnly whether the time was a bare date
    /// @param fromMicros see [FlowTable#fromMicros]
    /// @param enteredMicros see [FlowTable#enteredMicros]
    /// @param facility position in the registry
    /// @param corrects number of the record replaced, or [Names#NONE]
    public record Header(
            FlowType type,
            long timeMicros,
            boolean dateOnly,
            long fromMicros,
            long enteredMicros,
            int facility,
            int corrects,
            int row) {}

    /// One line of a record; numbers as in [FlowTable].
    public record Line(
            Direction direction,
            int lot,
            int product,
            long massMg,
            double moisture,
            int method,
            Counterpart counterpart,
            int row) {}

    /// The other side of a line and its paper; -1 where there is none.
    public record Counterpart(int partner, int destination, int document) {}

    String file = "flows.csv";
    final Texts texts;
    final Column.Bytes type = new Column.Bytes();
    final Column.Longs time = new Column.Longs();
    final Column.Longs from = new Column.Longs();
    final Column.Longs entered = new Column.Longs();
    final Column.Ints facility = new Column.Ints();
    final Column.Ints corrects = new Column.Ints();
    final Column.Ints recordRow = new Column.Ints();
    final Column.Bytes flags = new Column.Bytes();
    final Column.Ints record = new Column.Ints();
    final Column.Bytes direction = new Column.Bytes();
    final Column.Ints lot = new Column.Ints();
    final Column.Ints product = new Column.Ints();
    final Column.Longs mass = new Column.Longs();
    final Column.Doubles moisture = new Column.Doubles();
    final Column.Ints method = new Column.Ints();
    final Column.Ints partner = new Column.Ints();
    final Column.Ints destination = new Column.Ints();
    final Column.Ints document = new Column.Ints();
    final Column.Ints row = new Column.Ints();
    private int lines;
    private @Nullable FlowTable built;

    /// Lots are numbered in `lots`, which assays share.
    public FlowTableBuilder(Names lots) {
        texts = new Texts(new Names(), lots, new Names(), new Names());
    }

    public Texts texts() {
        return texts;
    }

    /// Says where the lines come from, as their sender knows it.
    public FlowTableBuilder readFrom(String source) {
        file = source;
        return this;
    }

    /// The number of a record that was declared before, or [Names#NONE].
    public int declared(String id) {
        int number = texts.records().find(id);
        return number == Names.NONE || (flags.get(number) & DECLARED) == 0 ? Names.NONE : number;
    }

    /// Declares a record by its first line; a later line must agree with it.
    public int declare(String id, Header h) {
        int r = reserve(id);
        type.set(r, h.type().ordinal());
        time.set(r, h.timeMicros());
        from.set(r, h.fromMicros());
        entered.set(r, h.enteredMicros());
        facility.set(r, h.facility());
        corrects.set(r, h.corrects());
        recordRow.set(r, h.row());
        flags.set(r, flags.get(r) | DECLARED | (h.dateOnly() ? DATE_ONLY : 0));
        return r;
    }

    /// The number of a record that may be declared later.
    public int reserve(String id) {
        int before = texts.records().size();
        int r = texts.records().number(id);
        if (r == before) {
            type.add(0);
            time.add(0);
            from.add(LedgerTime.BEGINNING);
            entered.add(LedgerTime.BEGINNING);
            facility.add(Registry.NONE);
            corrects.add(Names.NONE);
            recordRow.add(0);
            flags.add(0);
        }
        return r;
    }

    /// What was declared for a record.
    public Header header(int r) {
        return new Header(
                FlowType.values()[type.get(r)],
                time.get(r),
                (flags.get(r) & DATE_ONLY) != 0,
                from.get(r),
                entered.get(r),
                facility.get(r),
                corrects.get(r),
                recordRow.get(r));
    }

    /// Marks a record as one to leave out whole.
    public void markBad(int r) {
        flags.set(r, flags.get(r) | BAD);
    }

    /// Whether a record is marked as one to leave out.
    public boolean isBad(int r) {
        return (flags.get(r) & BAD) != 0;
    }

    /// Adds a line to a declared record.
    ///
    /// @throws IllegalStateException if the table is finished
    public void add(int r, Line line) {
        if (built != null) {
            throw new IllegalStateException("the table of " + lines + " lines is finished");
        }
        record.add(r);
        direction.add(line.direction().ordinal());
        lot.add(line.lot());
        product.add(line.product());
        mass.add(line.massMg());
        moisture.add(line.moisture());
        method.add(line.method());
        partner.add(line.counterpart().partner());
        destination.add(line.counterpart().destination());
        document.add(line.counterpart().document());
        row.add(line.row());
        lines++;
    }

    /// The finished table; its columns are taken from the builder, to which nothing can be added
    /// any more. O(lines + records).
    public FlowTable build() {
        if (built == null) {
            built = table(texts, false);
        }
        return built;
    }

    /// The table of what was added so far; more can be added afterwards, and does not show in it.
    /// O(lines + records).
    ///
    /// @param lots gives the lots of the table their numbers; those it does not have yet are added,
    ///   in the order in which they came
    public FlowTable tableSoFar(Names lots) {
        int[] numbers = new int[texts.lots().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = lots.number(texts.lots().name(i));
        }
        FlowTable table =
                table(
                        new Texts(
                                texts.records().copy(),
                                lots,
                                texts.documents().copy(),
                                texts.countries().copy()),
                        true);
        table.renumberLots(numbers);
        return table;
    }

    private FlowTable table(Texts named, boolean isKept) {
        int records = texts.records().size();
        int[] lineFrom = new int[records + 1];
        for (int i = 0; i < lines; i++) {
            lineFrom[record.get(i) + 1]++;
        }
        for (int r = 0; r < records; r++) {
            lineFrom[r + 1] += lineFrom[r];
        }
        int[] next = lineFrom.clone();
        int[] order = new int[lines];
        for (int i = 0; i < lines; i++) {
            order[next[record.get(i)]++] = i;
        }
        return new FlowTable(this, named, order, lineFrom, isKept);
    }
}
