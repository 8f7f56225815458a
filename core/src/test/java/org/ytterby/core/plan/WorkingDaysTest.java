package org.ytterby.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Days of a fictional calendar: 2 November 2026 is a Monday.
class WorkingDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void withoutNamedDaysMondayToFridayCount() {
        WorkingDays days = new WorkingDays(Map.of());
        assertThat(days.after(MONDAY, 4)).isEqualTo(MONDAY.plusDays(4));
        assertThat(days.after(MONDAY, 5)).as("over a weekend").isEqualTo(MONDAY.plusDays(7));
    }

    @Test
    void aNamedDayCountsAsItIsNamed() {
        WorkingDays days =
                new WorkingDays(Map.of(MONDAY.plusDays(1), false, MONDAY.plusDays(5), true));
        assertThat(days.after(MONDAY, 1)).as("a holiday").isEqualTo(MONDAY.plusDays(2));
        assertThat(days.after(MONDAY, 4)).as("a working Saturday").isEqualTo(MONDAY.plusDays(5));
    }

    @Test
    void aDayThatIsNamedAnewTakesThePlaceOfWhatItWas() {
        WorkingDays days = new WorkingDays(Map.of(MONDAY.plusDays(1), false));
        assertThat(days.with(MONDAY.plusDays(1), true).after(MONDAY, 1))
                .isEqualTo(MONDAY.plusDays(1));
        assertThat(days.with(MONDAY.plusDays(2), false).after(MONDAY, 1))
                .isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void thereIsAtLeastOneDayAndAnEnd() {
        assertThatThrownBy(() -> new WorkingDays(Map.of()).after(MONDAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        Map<LocalDate, Boolean> closed = new HashMap<>();
        for (int i = 0; i < 4_000; i++) {
            closed.put(MONDAY.plusDays(i), false);
        }
        assertThatThrownBy(() -> new WorkingDays(closed).after(MONDAY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
