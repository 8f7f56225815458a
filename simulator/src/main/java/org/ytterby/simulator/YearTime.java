package org.ytterby.simulator;

import java.time.LocalDate;

/// Times of one calendar year in UTC+8 as minutes since its beginning; times before the year, where
/// the simulation warms up, are negative.
final class YearTime {
    /// Minutes in a day.
    static final int DAY = 24 * 60;

    /// Minutes in an hour.
    static final int HOUR = 60;

    private static final int DAYS_BEFORE = 400;
    private static final int DAYS_AFTER = 800;
    private static final int DEADLINE_DAY = 10;

    private final int year;
    private final LocalDate start;
    private final String[] dates = new String[DAYS_BEFORE + DAYS_AFTER];

    YearTime(int year) {
        this.year = year;
        start = LocalDate.of(year, 1, 1);
        for (int i = 0; i < dates.length; i++) {
            dates[i] = start.plusDays(i - DAYS_BEFORE).toString();
        }
    }

    int year() {
        return year;
    }

    /// First minute of a month; 0 is January, negative months lie before the year.
    int month(int month) {
        return Math.toIntExact(start.plusMonths(month).toEpochDay() - start.toEpochDay()) * DAY;
    }

    /// A day of a month (1 is its first) at a minute of that day.
    int at(int month, int day, int minuteOfDay) {
        return month(month) + (day - 1) * DAY + minuteOfDay;
    }

    /// Last minute of the day by which flows of a month must be reported.
    int deadline(int month) {
        return at(month + 1, DEADLINE_DAY, DAY - 1);
    }

    /// ISO 8601 with offset.
    String text(int minute) {
        int day = Math.floorDiv(minute, DAY);
        int rest = minute - day * DAY;
        int hours = rest / HOUR;
        int minutes = rest % HOUR;
        return dates[day + DAYS_BEFORE]
                + 'T'
                + (char) ('0' + hours / 10)
                + (char) ('0' + hours % 10)
                + ':'
                + (char) ('0' + minutes / 10)
                + (char) ('0' + minutes % 10)
                + ":00+08:00";
    }

    /// The date of a minute.
    String date(int minute) {
        return dates[Math.floorDiv(minute, DAY) + DAYS_BEFORE];
    }

    /// Calendar year of a minute.
    int yearOf(int minute) {
        return minute < 0 ? year - 1 : minute < month(12) ? year : year + 1;
    }

    /// Two digits of the year and two of the month, for ids.
    String code(int month) {
        LocalDate first = start.plusMonths(month);
        return "%02d%02d".formatted(first.getYear() % 100, first.getMonthValue());
    }
}
