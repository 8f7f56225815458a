package org.ytterby.core.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Counts working days: Monday to Friday, but for the days that a calendar names.
///
/// @param named days on which people work, or do not, whatever the day of the week: in China the
///   State Council's notice of each year names both
public record WorkingDays(Map<LocalDate, Boolean> named) {
    /// A longest search: no calendar closes the offices for a year.
    private static final int DAYS_MAX = 3_660;

    public WorkingDays {
        named = Map.copyOf(named);
    }

    /// The same with one more day named, in place of what was named for it.
    public WorkingDays with(LocalDate day, boolean isWorking) {
        Map<LocalDate, Boolean> more = new HashMap<>(named);
        more.put(day, isWorking);
        return new WorkingDays(more);
    }

    /// Whether people work on a day.
    public boolean isWorking(LocalDate day) {
        Boolean told = named.get(day);
        return told != null
                ? told
                : day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// The last day of a span of working days that begins on the day after another.
    ///
    /// @param count `>= 1`
    /// @throws IllegalArgumentException if the calendar has not so many working days in ten years
    public LocalDate after(LocalDate day, int count) {
        LocalDate at = day;
        int left = count;
        for (int i = 0; i < DAYS_MAX && left > 0; i++) {
            at = at.plusDays(1);
            left -= isWorking(at) ? 1 : 0;
        }
        if (count < 1 || left > 0) {
            throw new IllegalArgumentException(count + " working days after " + day);
        }
        return at;
    }
}
