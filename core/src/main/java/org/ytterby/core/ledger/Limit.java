package org.ytterby.core.ledger;

import java.util.Locale;

/// A number that a rule compares with and that a ministry may change: dated data, see [Limits].
public enum Limit {
    /// Day of the next month by whose end a flow must have been reported.
    REPORT_DUE_DAY,
    /// Longest time without a stocktake, days.
    STOCKTAKE_DAYS_MAX,
    /// Days after which a shipment should have been received.
    TRANSFER_DAYS_MAX,
    /// Fastest believable transport over the great circle, km/h.
    TRANSFER_SPEED_KMH_MAX,
    /// Share of our declared exports by which a partner's imports may exceed them.
    MIRROR_GAP_SHARE_MAX,
    /// Kilograms by which a partner's imports may exceed our declared exports.
    MIRROR_GAP_KG_MAX,
    /// Largest share of an export's REO that may be without origin.
    UNTRACEABLE_REO_SHARE_MAX,
    /// Largest share of a main element that may be without origin.
    UNTRACEABLE_ELEMENT_SHARE_MAX,
    /// Share of REO from which an element is a main one.
    MAIN_ELEMENT_SHARE_MIN,
    /// Days after a penalty in which the enterprise may appeal against it.
    APPEAL_DAYS,
    /// Days after an appeal in which it is ruled on.
    RULING_DAYS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// Whether it counts days: only whole ones mean anything.
    public boolean isInDays() {
        return switch (this) {
            case REPORT_DUE_DAY, STOCKTAKE_DAYS_MAX, TRANSFER_DAYS_MAX, APPEAL_DAYS, RULING_DAYS ->
                    true;
            case TRANSFER_SPEED_KMH_MAX,
                    MIRROR_GAP_SHARE_MAX,
                    MIRROR_GAP_KG_MAX,
                    UNTRACEABLE_REO_SHARE_MAX,
                    UNTRACEABLE_ELEMENT_SHARE_MAX,
                    MAIN_ELEMENT_SHARE_MIN ->
                    false;
        };
    }

    /// The word used in files.
    public String code() {
        return code;
    }
}
