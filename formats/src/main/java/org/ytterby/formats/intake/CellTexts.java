package org.ytterby.formats.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.formats.FieldType;

/// Typed cells as the texts that a CSV file would hold: numbers and moments, by the column that
/// they stand in.
final class CellTexts {
    /// Significant digits that every decimal number keeps in binary.
    private static final int DIGITS_KEPT = 15;

    private static final double ID_MAX = 1e15;

    /// Whole numbers up to here differ from their neighbours in single precision.
    private static final float SINGLE_ID_MAX = 1 << 24;

    private static final int PLAIN_EXPONENT_MAX = 20;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final int YEAR_MAX = 9999;

    private CellTexts() {}

    /// A number as a file writes it. Up to 15 digits stand as they are; of more the shortest text
    /// of the same binary number is taken, so that `1.1000000000000001` is 1.1 and nothing is lost.
    static String number(String raw) {
        return isShort(raw) ? raw : number(parsed(raw));
    }

    private static double parsed(String raw) {
        return Decimals.number(raw).orElse(Double.NaN);
    }

    private static boolean isShort(String raw) {
        int digits = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' && (c != '-' || i > 0)) {
                return false;
            }
        }
        return digits > 0 && digits <= DIGITS_KEPT;
    }

    /// The shortest decimal of a binary number.
    static String number(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(Double.toString(value))) : "NaN";
    }

    /// The shortest decimal of a binary number of single precision.
    static String number(float value) {
        return Float.isFinite(value) ? plain(new BigDecimal(Float.toString(value))) : "NaN";
    }

    /// Digits without exponent, where it is not too long, and without zeros that say nothing.
    static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale();
        return Math.abs(exponent) <= PLAIN_EXPONENT_MAX ? bare.toPlainString() : bare.toString();
    }

    /// A number that stands for an id; empty if it has more digits than a binary number keeps.
    static Optional<String> id(double value) {
        if (!(Math.abs(value) < ID_MAX)) {
            return Optional.empty();
        }
        return Optional.of(
                plain(
                        new BigDecimal(value)
                                .round(new MathContext(DIGITS_KEPT, RoundingMode.HALF_EVEN))));
    }

    /// A number of single precision that stands for an id; empty if it has more digits than such a
    /// number keeps.
    static Optional<String> id(float value) {
        return Math.abs(value) < SINGLE_ID_MAX ? Optional.of(number(value)) : Optional.empty();
    }

    /// A number of a workbook that stands for an id.
    static Optional<String> id(String raw) {
        return isShort(raw) && raw.indexOf('.') < 0 ? Optional.of(raw) : id(parsed(raw));
    }

    /// A moment on the clocks of UTC+8. In a column of days midnight is a whole day, and so it is
    /// everywhere where the cell shows no time. Empty outside the years 1 to 9999.
    ///
    /// @param showsTime whether the cell, or the type of its column, has a time of day
    static Optional<String> moment(LocalDateTime local, boolean showsTime, FieldType type) {
        if (local.getYear() < 1 || local.getYear() > YEAR_MAX) {
            return Optional.empty();
        }
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (midnight && (type == FieldType.DATE || !showsTime)) {
            return Optional.of(local.toLocalDate().toString());
        }
        return Optional.of(
                LedgerTime.format(ChronoUnit.MICROS.between(Instant.EPOCH, local.toInstant(ZONE))));
    }

    /// The clock of UTC+8 at an instant that is given in UTC.
    static LocalDateTime local(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZONE).toLocalDateTime();
    }
}
