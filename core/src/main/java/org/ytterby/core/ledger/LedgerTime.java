package org.ytterby.core.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Instants as microseconds since 1970-01-01T00:00Z, and the calendar that all boundaries follow:
/// UTC+8.
///
/// Plain functions on `long` because flow tables hold millions of them.
public final class LedgerTime {
    /// Before every instant: an open beginning, or a time that was not given.
    public static final long BEGINNING = Long.MIN_VALUE;

    /// After every instant: an open end.
    public static final long END = Long.MAX_VALUE;

    public static final long SECOND = 1_000_000L;
    public static final long HOUR = 3_600 * SECOND;
    public static final long DAY = 24 * HOUR;

    private static final long OFFSET = 8 * HOUR;
    private static final int FRACTION_DIGITS = 6;

    /// Earliest year that is read; months counted from year 0 are then never negative.
    private static final int YEAR_MIN = 1;

    private LedgerTime() {}

    /// Parses an ISO 8601 timestamp with offset; digits beyond microseconds are cut off.
    ///
    /// @return the instant, or empty if the text is not such a timestamp
    public static OptionalLong parse(String text) {
        int n = text.length();
        if (n < 17
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
                || text.charAt(13) != ':') {
            return OptionalLong.empty();
        }
        OptionalLong day = epochDay(text.substring(0, 10));
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        if (day.isEmpty() || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return OptionalLong.empty();
        }
        int at = 16;
        int second = 0;
        long micros = 0;
        if (at < n && text.charAt(at) == ':') {
            second = digits(text, at + 1, 2);
            at += 3;
            if (second < 0 || second > 59) {
                return OptionalLong.empty();
            }
            if (at < n && text.charAt(at) == '.') {
                int start = ++at;
                while (at < n && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                    if (at - start < FRACTION_DIGITS) {
                        micros = micros * 10 + (text.charAt(at) - '0');
                    }
                    at++;
                }
                if (at == start) {
                    return OptionalLong.empty();
                }
                for (int i = at - start; i < FRACTION_DIGITS; i++) {
                    micros *= 10;
                }
            }
        }
        OptionalLong offset = offset(text, at);
        if (offset.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                day.getAsLong() * DAY
                        + hour * HOUR
                        + (minute * 60L + second) * SECOND
                        + micros
                        - offset.getAsLong());
    }

    /// Parses a bare date to the instant at which it begins in UTC+8, or empty if it is not one.
    public static OptionalLong parseDate(String text) {
        OptionalLong day = epochDay(text);
        return day.isEmpty() ? day : OptionalLong.of(day.getAsLong() * DAY - OFFSET);
    }

    private static OptionalLong epochDay(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return OptionalLong.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < YEAR_MIN || month < 1 || month > 12 || day < 1 || day > 31) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException _) {
            return OptionalLong.empty(); // the 31st of a shorter month
        }
    }

    private static OptionalLong offset(String text, int at) {
        int left = text.length() - at;
        if (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return OptionalLong.of(0);
        }
        if (left < 3 || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
            return OptionalLong.empty();
        }
        int hours = digits(text, at + 1, 2);
        int minutes =
                switch (left) {
                    case 3 -> 0;
                    case 5 -> digits(text, at + 3, 2);
                    case 6 -> text.charAt(at + 3) == ':' ? digits(text, at + 4, 2) : -1;
                    default -> -1;
                };
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return OptionalLong.empty();
        }
        long offset = hours * HOUR + minutes * 60L * SECOND;
        return OptionalLong.of(text.charAt(at) == '-' ? -offset : offset);
    }

    private static int digits(String text, int at, int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + count; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// The instant printed with offset +08:00, with a fraction only where there is one.
    public static String format(long micros) {
        long local = micros + OFFSET;
        long ofDay = Math.floorMod(local, DAY);
        StringBuilder out = new StringBuilder(25).append(dateOf(micros)).append('T');
        two(out, ofDay / HOUR).append(':');
        two(out, ofDay % HOUR / (60 * SECOND)).append(':');
        two(out, ofDay % (60 * SECOND) / SECOND);
        long fraction = ofDay % SECOND;
        if (fraction != 0) {
            String digits = Long.toString(SECOND + fraction).substring(1).replaceFirst("0+$", "");
            out.append('.').append(digits);
        }
        return out.append("+08:00").toString();
    }

    private static StringBuilder two(StringBuilder out, long value) {
        return out.append(value < 10 ? "0" : "").append(value);
    }

    /// The calendar day of an instant.
    public static LocalDate dateOf(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros + OFFSET, DAY));
    }

    /// The calendar year of an instant.
    public static int yearOf(long micros) {
        return Math.floorDiv(monthOf(micros), 12);
    }

    /// The calendar month of an instant, counted from year 0: `year * 12 + month - 1`.
    ///
    /// Days since 0000-03-01 make months of a fixed rhythm (Hinnant, "chrono-compatible date
    /// algorithms", civil_from_days).
    public static int monthOf(long micros) {
        long z = Math.floorDiv(micros + OFFSET, DAY) + 719_468;
        long era = Math.floorDiv(z, 146_097);
        long dayOfEra = z - era * 146_097;
        long yearOfEra =
                (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        return (int) ((yearOfEra + era * 400) * 12 + 2 + shifted);
    }

    /// The instant at which a month counted from year 0 begins.
    public static long startOfMonth(int month) {
        LocalDate first = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
        return first.toEpochDay() * DAY - OFFSET;
    }

    /// The instant at which a year begins.
    public static long startOfYear(int year) {
        return startOfMonth(year * 12);
    }
}
