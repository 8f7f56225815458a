package org.ytterby.server.environment;

import java.time.YearMonth;
import org.ytterby.core.environment.Months;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.analysis.View;

/// The month that somebody asks about, and those of its year before it.
public final class AskedMonths {
    /// What is wrong with a month that is none, in both languages.
    private static final String WRONG = "A month is written like 2026-01. / 月份应写作 2026-01。";

    private AskedMonths() {}

    /// @param text such as `2026-01`; empty for the last month that anybody reported
    /// @throws IllegalArgumentException if it is no month
    public static Months of(String text, View view) {
        if (text.isEmpty()) {
            return Months.ofYearUpTo(lastOf(view));
        }
        if (!text.matches("[1-9][0-9]{3}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException(WRONG);
        }
        return Months.ofYearUpTo(YearMonth.parse(text));
    }

    private static YearMonth lastOf(View view) {
        return YearMonth.from(LedgerTime.dateOf(view.ledger().lastMicros() - 1));
    }
}
