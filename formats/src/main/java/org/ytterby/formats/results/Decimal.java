package org.ytterby.formats.results;

import java.math.BigDecimal;

/// Numbers in the shortest form that reads back as the same number.
final class Decimal {
    private static final int PLAIN_DIGITS_MAX = 21;
    private static final int PLAIN_ZEROS_MAX = 6;
    private static final int MG_DIGITS = 6;

    private Decimal() {}

    /// A number: plain digits where that takes at most 21 before and 6 zeros after the point, else with an
    /// exponent, as ECMAScript prints numbers. Empty for NaN.
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (value == 0) {
            return "0";
        }
        String text = Double.toString(value);
        if (text.indexOf('E') < 0) {
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        BigDecimal shortest = new BigDecimal(text).stripTrailingZeros();
        int digits = shortest.precision();
        int point = digits - shortest.scale(); // digits before the decimal point
        if (point > PLAIN_DIGITS_MAX || point <= -PLAIN_ZEROS_MAX) {
            String unscaled = shortest.unscaledValue().abs().toString();
            String sign = value < 0 ? "-" : "";
            String fraction = digits > 1 ? "." + unscaled.substring(1) : "";
            return sign + unscaled.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        return shortest.toPlainString();
    }

    /// Milligrams as kilograms, exact.
    static String kilograms(long milligrams) {
        if (milligrams == 0) {
            return "0";
        }
        String digits = Long.toString(Math.abs(milligrams));
        String sign = milligrams < 0 ? "-" : "";
        String padded = "0".repeat(Math.max(0, MG_DIGITS + 1 - digits.length())) + digits;
        int point = padded.length() - MG_DIGITS;
        int end = padded.length();
        while (end > point && padded.charAt(end - 1) == '0') {
            end--;
        }
        String fraction = end > point ? "." + padded.substring(point, end) : "";
        return sign + padded.substring(0, point) + fraction;
    }
}
