package org.ytterby.server.notices;

import java.util.Locale;
import java.util.Optional;
import org.ytterby.core.ledger.LedgerTime;

/// When somebody gets mail.
enum MailMode {
    AT_ONCE,
    DAILY,
    /// On Mondays.
    WEEKLY,
    NONE;

    private static final long OFFSET = 8 * LedgerTime.HOUR;
    private static final int DAYS_OF_WEEK = 7;

    /// The first one after 1 January 1970, as days since then.
    private static final int MONDAY = 4;

    /// The name in tables and in the API: `at-once`, `daily`, `weekly` or `none`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MailMode> parse(String code) {
        for (MailMode mode : values()) {
            if (mode.code().equals(code)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /// The first time after now at which it may be sent.
    ///
    /// @param hour of the day in UTC+8
    long next(long nowMicros, int hour) {
        return switch (this) {
            case AT_ONCE, NONE -> nowMicros;
            case DAILY -> {
                long day = Math.floorDiv(nowMicros + OFFSET, LedgerTime.DAY) * LedgerTime.DAY;
                long today = day - OFFSET + hour * LedgerTime.HOUR;
                yield today > nowMicros ? today : today + LedgerTime.DAY;
            }
            case WEEKLY -> {
                long daily = DAILY.next(nowMicros, hour);
                long day = Math.floorDiv(daily + OFFSET, LedgerTime.DAY);
                yield daily + Math.floorMod(MONDAY - day, DAYS_OF_WEEK) * LedgerTime.DAY;
            }
        };
    }
}
