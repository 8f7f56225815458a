package org.ytterby.epcis.hash;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Timestamps in UTC to the millisecond, the fourth decimal rounding half up.
final class UtcTime {
    private static final Pattern TIMESTAMP =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
                            + "(?:Z|([+-])(\\d\\d):(\\d\\d))");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int MINUTES = 60;

    private UtcTime() {}

    /// The timestamp in UTC; any other text as it is.
    static String of(String text) {
        Matcher m = TIMESTAMP.matcher(text);
        if (!m.matches()) {
            return text;
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(m, 1),
                            number(m, 2),
                            number(m, 3),
                            number(m, 4),
                            number(m, 5),
                            number(m, 6));
            int offset = m.group(8) == null ? 0 : number(m, 9) * MINUTES + number(m, 10);
            if ("-".equals(m.group(8))) {
                offset = -offset;
            }
            long millis = millis(m.group(7));
            return local.minusMinutes(offset)
                    .plusNanos(millis * NANOS_PER_MILLI)
                    .atOffset(ZoneOffset.UTC)
                    .format(FORMAT);
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /// 0 to 1000.
    private static int millis(@org.jspecify.annotations.Nullable String decimals) {
        if (decimals == null) {
            return 0;
        }
        String four = (decimals + "0000").substring(0, 4);
        return Integer.parseInt(four.substring(0, 3)) + (four.charAt(3) >= '5' ? 1 : 0);
    }
}
