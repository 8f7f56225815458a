package org.ytterby.simulator;

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
    private static final int ENTRY_DAYS_MAX = 6; // so that even a month's last record is in time
    private static final int LATE_DAYS_MAX = 20;

    private final RowSink rows;
    private final Errors errors;
    private final YearTime time;
    private final Plot plot;
    private final Clerk clerk;
    private final FlowRow row = new FlowRow();
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
        row.begin(id, head.type(), time.text(head.minute()), time.text(entered(site, month)), site);
        records++;
        return id;
    }

    /// Says from when on a processing record speaks.
    void from(int minute) {
        if (!head.isSilent()) {
            row.from(time.text(minute));
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
        double kg = weighed(parcel);
        row.goods(direction, parcel, kg, deal);
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
        double kg = weighed(parcel);
        row.goods(direction, parcel, kg, deal);
        String id = row.record();
        switch (clerk.slip(id)) {
            case NONE -> write();
            case WRONG -> {
                row.mass(kg * Clerk.WRONG_FACTOR);
                write();
                again(id + "c", id);
                row.mass(kg);
                write();
            }
            case TWICE -> {
                write();
                again(id + "d", null);
                write();
                again(id + "v", id + "d");
                row.cancellation();
                write();
            }
        }
        return kg;
    }

    private void again(String record, @Nullable String corrects) {
        row.again(record, corrects);
        records++;
    }

    /// Says in a stocktake that nothing is there.
    void emptyStore() {
        if (!head.isSilent()) {
            row.nothing();
            write();
        }
    }

    private void write() {
        rows.row(row.cells());
        lines++;
    }

    private double weighed(Parcel parcel) {
        Site site = head.site();
        if (site == null) {
            throw new IllegalStateException("a line without a record");
        }
        double factor =
                errors.weighed(
                        site,
                        parcel.lot().product().methods().weighing(),
                        time.yearOf(head.minute()),
                        head.noise());
        int copying = plot.copyingMonths(site);
        boolean copies = copying > 0 && head.minute() <= time.month(copying);
        if (copies && parcel.isBooked()) {
            return parcel.bookKg(); // after the draw, so that all others stay as they were
        }
        if (head.type() == FlowType.RECEIPT) {
            double unseen = plot.underWeighing(site);
            factor *= 1 - unseen;
            if (unseen > 0) {
                plot.truth(Scenario.UNDER_WEIGHING)
                        .at(site)
                        .record(row.record())
                        .hidden(Amounts.scaled(parcel.amounts(), unseen));
            }
        }
        double kg = Digits.rounded(parcel.wetKg() * factor, FlowRow.MASS_DECIMALS);
        if (copies) {
            parcel.book(kg);
        }
        return kg;
    }
}
