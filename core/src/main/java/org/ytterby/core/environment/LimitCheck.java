package org.ytterby.core.environment;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Returns against the limits that were in force where and when they were made.
///
/// What was declared is judged as declared, verified or not: it is a fact that somebody told. A
/// figure that a limit asks for and nobody gave is missing, which is told as well.
public final class LimitCheck {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final double MICROS = 1e6;

    private LimitCheck() {}

    /// A place that owes returns.
    ///
    /// @param kinds what limits may ask for, such as `special-area`
    public record Place(String facility, Set<String> kinds) {
        public Place {
            kinds = Set.copyOf(kinds);
        }
    }

    /// One figure of one month against one limit.
    ///
    /// @param value NaN where it is missing
    /// @param excess how far the value is beyond the limit as a share of it; 0 where it is kept,
    ///   NaN where it is missing
    public record Line(
            String facility,
            YearMonth month,
            Condition limit,
            Judgement judgement,
            double value,
            double excess) {}

    /// A line for each month, place and limit that binds it, in that order.
    ///
    /// @param from first month
    /// @param until last month
    public static List<Line> of(
            List<MonthlyReturn> returns,
            List<Place> places,
            List<Condition> limits,
            YearMonth from,
            YearMonth until) {
        Map<String, Map<YearMonth, MonthlyReturn>> given = new HashMap<>();
        for (MonthlyReturn r : returns) {
            given.computeIfAbsent(r.facility(), _ -> new TreeMap<>()).put(r.month(), r);
        }
        List<Line> lines = new ArrayList<>();
        List<Place> ordered =
                places.stream().sorted(Comparator.comparing(Place::facility)).toList();
        for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            for (Place place : ordered) {
                MonthlyReturn r = given.getOrDefault(place.facility(), Map.of()).get(month);
                for (Condition limit : limits) {
                    if (limit.binds(place.kinds(), lastMicros(month))) {
                        lines.add(line(place.facility(), month, limit, r));
                    }
                }
            }
        }
        return lines;
    }

    /// The last second of a month: a limit that begins within it binds it.
    static long lastMicros(YearMonth month) {
        return month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay()
                        .toInstant(ZONE)
                        .minus(1, ChronoUnit.SECONDS)
                        .getEpochSecond()
                * (long) MICROS;
    }

    private static Line line(
            String facility, YearMonth month, Condition limit, @Nullable MonthlyReturn r) {
        Double value = r == null ? null : r.figures().get(limit.indicator());
        if (value == null) {
            return new Line(facility, month, limit, Judgement.MISSING, Double.NaN, Double.NaN);
        }
        boolean kept = limit.comparison().holds(value, limit.bound());
        double beyond =
                Math.abs(limit.bound()) > 0
                        ? Math.abs(value - limit.bound()) / Math.abs(limit.bound())
                        : Math.abs(value);
        return new Line(
                facility,
                month,
                limit,
                kept ? Judgement.MET : Judgement.BROKEN,
                value,
                kept ? 0 : beyond);
    }
}
