package org.ytterby.formats.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// How a workbook counts days: from 1900 with a 29 February that never was, or from 1904.
///
/// Source: ECMA-376 part 1, 18.17.4.1.
public enum Calendar {
    FROM_1900,
    FROM_1904;

    private static final long MS_PER_DAY = 86_400_000;

    /// 9999-12-31 counted from 1900.
    private static final double SERIAL_MAX = 2_958_466;

    /// The day that 1900 did not have.
    private static final int LEAP_DAY_1900 = 60;

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

    /// The moment of a serial number, to the millisecond that spreadsheets resolve; empty for a
    /// time of day without a day and for days that no calendar has.
    public Optional<LocalDateTime> moment(double serial) {
        if (!(serial >= 0 && serial < SERIAL_MAX)) {
            return Optional.empty();
        }
        long ms = Math.round(serial * MS_PER_DAY);
        long day = ms / MS_PER_DAY;
        if (this == FROM_1900 && (day == 0 || day == LEAP_DAY_1900)) {
            return Optional.empty();
        }
        LocalDate date =
                switch (this) {
                    case FROM_1900 -> BEFORE_1900.plusDays(day < LEAP_DAY_1900 ? day + 1 : day);
                    case FROM_1904 -> START_1904.plusDays(day);
                };
        return Optional.of(date.atStartOfDay().plusNanos(ms % MS_PER_DAY * 1_000_000));
    }

    /// The serial number of a moment counted from 1900; empty before March 1900 and after 9999, and
    /// for what is finer than a millisecond.
    static Optional<Double> serial(LocalDateTime moment) {
        long day = moment.toLocalDate().toEpochDay() - BEFORE_1900.toEpochDay();
        long nanos = moment.toLocalTime().toNanoOfDay();
        if (day <= LEAP_DAY_1900 || day >= SERIAL_MAX || nanos % 1_000_000 != 0) {
            return Optional.empty();
        }
        long ms = nanos / 1_000_000;
        return Optional.of(day + (double) ms / MS_PER_DAY);
    }
}
