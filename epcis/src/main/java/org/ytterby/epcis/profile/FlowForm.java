package org.ytterby.epcis.profile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;

/// What a ledger package asks of the form of a flow record, asked of events in the same way.
final class FlowForm {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /// A million tonnes: sums of a nation's lines then stay exact.
    private static final BigDecimal MASS_MAX_KG = new BigDecimal(1_000_000_000);

    private FlowForm() {}

    /// @param lines of the record
    static void requireWhole(FlowType type, @Nullable String corrects, int lines) {
        boolean isCancellation = type == FlowType.CANCELLATION;
        if (isCancellation && corrects == null) {
            throw new OutsideProfile(
                    "the record that a cancellation is about, in " + Terms.field("corrects"),
                    "撤销所针对的记录，见 " + Terms.field("corrects"));
        }
        if (isCancellation == lines > 0) {
            throw new OutsideProfile(
                    isCancellation ? "no line in a cancellation" : "a line at least",
                    isCancellation ? "撤销不含明细行" : "至少一行");
        }
    }

    static void requireOrder(long fromMicros, long timeMicros) {
        if (fromMicros > timeMicros) {
            throw new OutsideProfile(
                    "a beginning not after " + LedgerTime.format(timeMicros),
                    "不晚于 " + LedgerTime.format(timeMicros) + " 的起始时间");
        }
    }

    static void requireDirection(FlowType type, Direction direction) {
        boolean fits =
                switch (type) {
                    case EXTRACTION, SHIPMENT, EXPORT, DISPOSAL -> direction == Direction.OUT;
                    case RECEIPT, IMPORT -> direction == Direction.IN;
                    case PROCESSING -> direction != Direction.COUNT;
                    case STOCKTAKE -> direction == Direction.COUNT;
                    case CANCELLATION -> true;
                };
        if (!fits) {
            throw new OutsideProfile(
                    "a direction that " + type.code() + " has, not " + direction.code(),
                    type.code() + " 应有的方向，而不是 " + direction.code());
        }
    }

    static boolean isBelievable(BigDecimal massKg) {
        return massKg.signum() >= 0 && massKg.compareTo(MASS_MAX_KG) <= 0;
    }

    /// The code itself, if ISO 3166-1 has it or leaves it to its users.
    static String country(String code) {
        if (!COUNTRIES.contains(code) && !code.matches("AA|Q[M-Z]|X[A-Z]|ZZ")) {
            throw new OutsideProfile(
                    "a country code of ISO 3166-1, such as JP, not " + code,
                    "ISO 3166-1 国家（地区）代码，如 JP，而不是 " + code);
        }
        return code;
    }
}
