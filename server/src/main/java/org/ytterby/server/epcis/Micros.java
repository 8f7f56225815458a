package org.ytterby.server.epcis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ytterby.core.ledger.LedgerTime;

/// Times as microseconds since 1970.
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d.*");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Micros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }

    /// Such as `2026-01-31T00:00:00.000000Z`.
    static String format(long micros) {
        return FORMAT.format(instant(micros));
    }

    /// The time that a text tells with its offset; empty if it tells none.
    static OptionalLong parse(String text) {
        return TIMESTAMP.matcher(text).matches()
                ? LedgerTime.parse(text.toUpperCase(Locale.ROOT))
                : OptionalLong.empty();
    }
}
