package org.ytterby.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.formats.RowSink;

/// Writes flow records: what truly happened, with the errors of weighing and of clerks.
///
/// What lies before the year is dropped, so that the warm-up leaves no trace. A record is begun
/// with [#begin] and then given its lines.
final class FlowLog {
    private static final String[] COLUMNS = {
        "record",
        "type",
        "time",
        "from",
        "entered",
        "facility",
        "direction",
        "lot",
        "product",
        "mass_kg",
        "moisture",
        "method",
        "partner",
        "destination",
        "document",
        "value",
        "currency",
        "corrects"
    };
    private static final int MASS_DECIMALS = 3;
    private static final int MOISTURE_DECIMALS = 4;
    private static final int ENTRY_DAYS_MAX = 6; // so that even a month's last record is in time
    private static final int LATE_DAYS_MAX = 20;

    private final RowSink rows;
    private final Errors errors;
    private final YearTime time;
    private final Plot plot;
    private final Clerk clerk;
    private final @Nullable String[] cells = new String[COLUMNS.length];
    private Head head = Head.SILENT;
    private long lines;
    private long records;

    /// What all lines of a record share.
    ///
    /// @param minute when it happened
    record Head(@Nullable Site site, FlowType type, int minute, SplittableRandom noise) {
        static final Head SILENT = new Head(null, FlowType.STOCKTAKE, -1, new SplittableRandom(0));

        boolean isSilent() {
            return minute < 0;
        }
    }

    FlowLog(RowSink rows, Errors errors, YearTime time, Plot plot, Clerk clerk) {
        this.rows = rows;
        this.errors = errors;
        this.time = time;
        this.plot = plot;
        this.clerk = clerk;
    }

    static String[] columns() {
        return COLUMNS.clone();
    }

    long lines() {
        return lines;
    }

    long records() {
        return records;
    }

    /// Begins a record; its id is free of the seed and of what else was planted.
    ///
    /// @param month the month of whose work it is a part
    /// @return the id
    String begin(Site site, int month, Head of, boolean isPlanted) {
        head = of;
        if (head.isSilent()) {
            return "";
        }
        String id =
                site.id()
                        + '-'
                        + time.code(month)
                        + (isPlanted ? "-b" : "-")
                        + site.nextRecord(month, isPlanted);
        Arrays.fill(cells, null);
        cells[0] = id;
        cells[1] = head.type().code();
        cells[2] = time.text(head.minute());
        cells[4] = time.text(entered(site, month));
        cells[5] = site.id();
        records++;
        return id;
    }

    /// Says from when on a processing record speaks.
    void from(int minute) {
        if (!head.isSilent()) {
            cells[3] = time.text(minute);
        }
    }

    private int entered(Site site, int month) {
        SplittableRandom noise = head.noise();
        int soon = head.minute() + noise.nextInt(YearTime.HOUR, ENTRY_DAYS_MAX * YearTime.DAY);
        if (plot.isLate(site, month)) {
            int late = 1 + Math.floorMod(soon, LATE_DAYS_MAX * YearTime.DAY);
            return time.deadline(month) + late;
        }
        return soon;
    }

    /// Adds a line.
    ///
    /// @return the mass as weighed, kg, with water; 0 before the year
    double line(Direction direction, Parcel parcel, Deal deal) {
        if (head.isSilent()) {
            return 0;
        }
        double kg = fill(direction, parcel, deal);
        write();
        return kg;
    }

    /// Adds the only line of a record, which a clerk may have got wrong at first or entered twice.
    ///
    /// @return the mass as weighed, kg, with water; 0 before the year
    double onlyLine(Direction direction, Parcel parcel, Deal deal) {
        if (head.isSilent()) {
            return 0;
        }
        double kg = fill(direction, parcel, deal);
        String id = String.valueOf(cells[0]);
        switch (clerk.slip(id)) {
            case NONE -> write();
            case WRONG -> {
                cells[9] = Digits.fixed(kg * Clerk.WRONG_FACTOR, MASS_DECIMALS);
                write();
                again(id + "c", id);
                cells[9] = Digits.fixed(kg, MASS_DECIMALS);
                write();
            }
            case TWICE -> {
                write();
                again(id + "d", null);
                write();
                again(id + "v", id + "d");
                Arrays.fill(cells, 6, 17, null);
                cells[1] = FlowType.CANCELLATION.code();
                write();
            }
        }
        return kg;
    }

    private void again(String id, @Nullable String corrects) {
        cells[0] = id;
        cells[17] = corrects;
        records++;
    }

    private double fill(Direction direction, Parcel parcel, Deal deal) {
        double kg = weighed(parcel);
        Lot lot = parcel.lot();
        cells[6] = direction.code();
        cells[7] = lot.id();
        cells[8] = lot.product().id();
        cells[9] = Digits.fixed(kg, MASS_DECIMALS);
        cells[10] = lot.moisture() == 0 ? null : Digits.fixed(lot.moisture(), MOISTURE_DECIMALS);
        cells[11] = lot.product().methods().weighing();
        cells[12] = deal.partner();
        cells[13] = deal.destination();
        cells[14] = deal.document();
        cells[15] = deal.valueUsd() > 0 ? Digits.fixed(deal.valueUsd(), 2) : null;
        cells[16] = deal.valueUsd() > 0 ? "USD" : null;
        return kg;
    }

    /// Says in a stocktake that nothing is there.
    void emptyStore() {
        if (!head.isSilent()) {
            cells[6] = Direction.COUNT.code();
            cells[9] = "0";
            write();
        }
    }

    private void write() {
        rows.row(cells);
        lines++;
    }

    private double weighed(Parcel parcel) {
        Site site = head.site();
        if (site == null) {
            throw new IllegalStateException("a line without a record");
        }
        boolean copies = plot.copiesBooks(site);
        if (copies && parcel.isBooked()) {
            return parcel.bookKg();
        }
        double factor =
                errors.weighed(
                        site,
                        parcel.lot().product().methods().weighing(),
                        time.yearOf(head.minute()),
                        head.noise());
        if (head.type() == FlowType.RECEIPT) {
            double unseen = plot.underWeighing(site);
            factor *= 1 - unseen;
            if (unseen > 0) {
                plot.truth(Scenario.UNDER_WEIGHING)
                        .at(site)
                        .record(String.valueOf(cells[0]))
                        .hidden(Amounts.scaled(parcel.amounts(), unseen));
            }
        }
        double kg = Digits.rounded(parcel.wetKg() * factor, MASS_DECIMALS);
        if (copies) {
            parcel.book(kg);
        }
        return kg;
    }
}
