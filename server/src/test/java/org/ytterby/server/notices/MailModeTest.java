package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;

class MailModeTest {
    private static long at(String time) {
        return LedgerTime.parse(time).orElseThrow();
    }

    @Test
    void theDailyMailIsSentAtItsHourOfTheCalendarOfTheLedger() {
        long eight = at("2026-11-22T08:00:00+08:00");
        assertThat(MailMode.DAILY.next(at("2026-11-22T07:59:59+08:00"), 8)).isEqualTo(eight);
        assertThat(MailMode.DAILY.next(eight, 8)).isEqualTo(eight + LedgerTime.DAY);
        assertThat(MailMode.DAILY.next(at("2026-11-21T23:30:00Z"), 8)).isEqualTo(eight);
        assertThat(MailMode.DAILY.next(at("2026-11-22T00:00:00+08:00"), 0))
                .isEqualTo(at("2026-11-23T00:00:00+08:00"));
        assertThat(MailMode.AT_ONCE.next(17, 8)).isEqualTo(17);
    }

    @Test
    void theWeeklyMailIsSentOnMondays() {
        long monday = at("2026-11-23T08:00:00+08:00");
        assertThat(MailMode.WEEKLY.next(at("2026-11-16T08:00:00+08:00"), 8)).isEqualTo(monday);
        assertThat(MailMode.WEEKLY.next(at("2026-11-22T23:00:00+08:00"), 8)).isEqualTo(monday);
        assertThat(MailMode.WEEKLY.next(monday - 1, 8)).isEqualTo(monday);
        assertThat(MailMode.WEEKLY.next(monday, 8)).isEqualTo(monday + 7 * LedgerTime.DAY);
    }
}
