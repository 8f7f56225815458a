package org.ytterby.server.epcis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for: events that meet every condition, in an order.
///
/// @param limit most events in all; null for all
/// @param refusedAbove with more events than this the query is refused; null for never
record Query(
        List<Condition> conditions,
        Condition.Time order,
        boolean isDescending,
        @Nullable Integer limit,
        @Nullable Integer refusedAbove) {
    private static final int PLAIN_MAX = 64;

    Query {
        conditions = List.copyOf(conditions);
    }

    /// A number in the one form in which terms hold it.
    static String number(String digits) {
        try {
            BigDecimal value = new BigDecimal(digits);
            boolean isPlain =
                    Math.abs((long) value.scale()) <= PLAIN_MAX && value.precision() <= PLAIN_MAX;
            return value.signum() == 0
                    ? "0"
                    : isPlain
                            ? value.stripTrailingZeros().toPlainString()
                            : value.stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return digits;
        }
    }
}
