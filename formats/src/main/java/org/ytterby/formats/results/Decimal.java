package org.ytterby.formats.results;

/// Numbers in the shortest form that reads back as the same number.
final class Decimal {
    private static final int PLAIN_DIGITS_MAX = 21;
    private static final int PLAIN_ZEROS_MAX = 6;
    private static final int MG_DIGITS = 6;

    private Decimal() {}

    /// A number: plain digits where that takes at most 21 before and 6 zeros after the point, else
    /// with an exponent, as ECMAScript prints numbers. Empty for NaN.
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
        int e = text.indexOf('E');
        String mantissa = text.substring(text.charAt(0) == '-' ? 1 : 0, e);
        String digits = mantissa.charAt(0) + mantissa.substring(2);
        if (digits.endsWith("0")) { // "1.0E10" is the only form with a zero at the end
            digits = digits.substring(0, digits.length() - 1);
        }
        int point = Integer.parseInt(text, e + 1, text.length(), 10) + 1;
        return (value < 0 ? "-" : "") + layOut(digits, point);
    }

    /// @param point digits before the decimal point; may lie outside the digits
    private static String layOut(String digits, int point) {
        int n = digits.length();
        if (point > PLAIN_DIGITS_MAX || point <= -PLAIN_ZEROS_MAX) {
            String fraction = n > 1 ? "." + digits.substring(1) : "";
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= n
                ? digits + "0".repeat(point - n)
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Milligrams as kilograms, exact.
    static String kilograms(long milligrams) {
        if (milligrams == 0) {
            return "0";
        }
        String digits = Long.toString(milligrams).substring(milligrams < 0 ? 1 : 0);
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
