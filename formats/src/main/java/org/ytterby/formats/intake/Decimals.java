package org.ytterby.formats.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ytterby.formats.Numeral;

/// Reads numbers as files write them: `.` as decimal point, no separators between thousands.
final class Decimals {
    private static final int MG_DIGITS = 6;
    private static final int FAST_DIGITS_MAX = 17;
    private static final int EXACT_DIGITS_MAX = 15;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Decimals() {}

    /// A finite number, or empty if the text is not one.
    static OptionalDouble number(String text) {
        double fast = fastNumber(text);
        if (fast >= 0) {
            return OptionalDouble.of(fast);
        }
        if (!Numeral.is(text)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// Plain digits as nearly every fraction is written; -1 for all else. Both the digits and the
    /// power of ten are exact as `double`, so that their quotient is the nearest to the text
    /// (Clinger 1990).
    private static double fastNumber(String text) {
        int n = text.length();
        if (n == 0 || n > EXACT_DIGITS_MAX) {
            return -1;
        }
        long digits = 0;
        int decimals = -1;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return -1;
            }
        }
        if (decimals >= 0 && n == 1) {
            return -1;
        }
        return decimals > 0 ? digits / TENS[decimals] : digits;
    }

    /// Kilograms as whole milligrams, finer digits rounded half to even; empty if the text is not a
    /// number or does not fit.
    static OptionalLong milligrams(String text) {
        long fast = fastMilligrams(text);
        if (fast >= 0) {
            return OptionalLong.of(fast);
        }
        if (!Numeral.is(text) || !Double.isFinite(Double.parseDouble(text))) {
            return OptionalLong.empty();
        }
        BigDecimal mg =
                new BigDecimal(text).movePointRight(MG_DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        return mg.abs().compareTo(LONG_MAX) < 0
                ? OptionalLong.of(mg.longValue())
                : OptionalLong.empty();
    }

    /// Plain digits with at most six decimals, as nearly every mass is written; -1 for all else.
    private static long fastMilligrams(String text) {
        int n = text.length();
        if (n == 0 || n > FAST_DIGITS_MAX - MG_DIGITS) {
            return -1;
        }
        long value = 0;
        int decimals = -1;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return -1;
            }
        }
        if (decimals > MG_DIGITS || (decimals >= 0 && n == 1)) {
            return -1;
        }
        for (int i = Math.max(0, decimals); i < MG_DIGITS; i++) {
            value *= 10;
        }
        return value;
    }
}
