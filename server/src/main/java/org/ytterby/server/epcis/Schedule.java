package org.ytterby.server.epcis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.ytterby.epcis.json.Json;

/// When a query is to be run, as the standard says it: numbers, ranges `[1-5]` and lists of these
/// for each unit of time. Units finer than the finest one given are 0; others that are not given
/// are any. The calendar is that of UTC+8.
record Schedule(CronExpression times) {
    private static final List<String> UNITS =
            List.of("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek");
    private static final Pattern VALUE =
            Pattern.compile("(\\d{1,2}|\\[\\d{1,2}-\\d{1,2}])(,(\\d{1,2}|\\[\\d{1,2}-\\d{1,2}]))*");
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    /// @throws EpcisProblem if it says no time
    static Schedule of(Json.Members schedule) {
        Set<String> given = schedule.members().keySet();
        if (given.isEmpty() || !UNITS.containsAll(given)) {
            throw refused("has the fields " + UNITS, "字段为 " + UNITS);
        }
        StringBuilder cron = new StringBuilder();
        boolean isFiner = true;
        for (String unit : UNITS) {
            String value = schedule.text(unit);
            boolean isGiven = value != null;
            isFiner &= !isGiven;
            boolean isClock = UNITS.indexOf(unit) < 3;
            String any = isFiner && isClock ? "0" : "*";
            cron.append(isGiven ? written(unit, value) : any).append(' ');
        }
        try {
            return new Schedule(CronExpression.parse(cron.toString().strip()));
        } catch (IllegalArgumentException e) {
            throw refused("says no time", "不是有效时间");
        }
    }

    private static String written(String unit, @Nullable String value) {
        if (value == null || !VALUE.matcher(value).matches()) {
            throw refused(unit + " is such as 5 or [1-5] or 1,3", unit + " 形如 5、[1-5] 或 1,3");
        }
        return value.replace("[", "").replace("]", "");
    }

    private static EpcisProblem refused(String en, String zh) {
        return EpcisProblem.of(
                EpcisProblem.Kind.SUBSCRIPTION_CONTROLS, "schedule: " + en, "schedule：" + zh);
    }

    /// The next time, in microseconds since 1970; the end of time if there is none.
    long next(long afterMicros) {
        Instant after = Micros.instant(afterMicros);
        ZonedDateTime next = times.next(after.atZone(OFFSET));
        return next == null ? Long.MAX_VALUE : Micros.of(next.toInstant());
    }

    /// @param text a JSON object
    static Schedule parse(String text) {
        return of((Json.Members) NamedQuery.object(EventStore.bytes(text)));
    }
}
