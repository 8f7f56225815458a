package org.ytterby.core.testing;

import java.util.Arrays;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Span;

/// The limits of the file contract, in force at all times.
public final class TestLimits {
    private TestLimits() {}

    public static Limits ofContract() {
        return new Limits(
                Arrays.stream(Limit.values())
                        .map(limit ->
                                new Limits.Row(
                                        limit,
                                        value(limit),
                                        new Span(LedgerTime.BEGINNING, LedgerTime.END)))
                        .toList());
    }

    private static double value(Limit limit) {
        return switch (limit) {
            case REPORT_DUE_DAY -> 10;
            case STOCKTAKE_DAYS_MAX -> 45;
            case TRANSFER_DAYS_MAX -> 30;
            case APPEAL_DAYS, RULING_DAYS -> 60;
            case TRANSFER_SPEED_KMH_MAX -> 120;
            case MIRROR_GAP_SHARE_MAX -> 0.1;
            case MIRROR_GAP_KG_MAX -> 1000;
            case UNTRACEABLE_REO_SHARE_MAX -> 0.001;
            case UNTRACEABLE_ELEMENT_SHARE_MAX, MAIN_ELEMENT_SHARE_MIN -> 0.01;
        };
    }
}
