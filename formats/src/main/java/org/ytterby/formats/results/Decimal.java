package org.ytterby.formats.results;

/// Numbers in the shortest form that reads back as the same number.
final class Decimal {
    private static final int PLAIN_DIGITS_MAX = 21;
    private static final int PLAIN_ZEROS_MAX = 6;
    private static final int EXPONENT_CHARS_MAX = 5;
    private static final int DIGITS_ROOM = 26;
    private static final long MG_PER_KG = 1_000_000;

    private Decimal() {}

    /// A number: plain digits where that takes at most 21 before and 6 zeros after the point, else
    /// with an exponent, as ECMAScript prints numbers. Empty for NaN.
    static String of(double value) {
        StringBuilder text = new StringBuilder(DIGITS_ROOM);
        append(text, value);
        return text.toString();
    }

    /// Appends a number as [#of] gives it, without a string between.
    static void append(StringBuilder to, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (value == 0) {
            to.append('0');
            return;
        }
        int from = to.length();
        to.append(value);
        int last = to.length() - 1;
        int e = exponent(to, from, last);
        if (e < 0) {
            if (to.charAt(last) == '0' && to.charAt(last - 1) == '.') {
                to.setLength(last - 1);
            }
            return;
        }
        int point = Integer.parseInt(to, e + 1, last + 1, 10) + 1;
        to.setLength(to.charAt(e - 1) == '0' ? e - 1 : e); // "1.0E10" only ends with a zero
        int first = value < 0 ? from + 1 : from;
        layOut(to.deleteCharAt(first + 1), first, point);
    }

    /// Where the exponent of the number that begins at `from` begins, negative if there is none.
    private static int exponent(StringBuilder text, int from, int last) {
        for (int i = last - 1; i > Math.max(from, last - EXPONENT_CHARS_MAX); i--) {
            if (text.charAt(i) == 'E') {
                return i;
            }
        }
        return -1;
    }

    /// @param first where the digits begin
    /// @param point digits before the decimal point; may lie outside the digits
    private static void layOut(StringBuilder to, int first, int point) {
        int n = to.length() - first;
        if (point > PLAIN_DIGITS_MAX || point <= -PLAIN_ZEROS_MAX) {
            if (n > 1) {
                to.insert(first + 1, '.');
            }
            to.append(point > 0 ? "e+" : "e").append(point - 1);
        } else if (point <= 0) {
            to.insert(first, "0.000000", 0, 2 - point);
        } else if (point >= n) {
            to.repeat('0', point - n);
        } else {
            to.insert(first + point, '.');
        }
    }

    /// Milligrams as kilograms, exact.
    static String kilograms(long milligrams) {
        StringBuilder text = new StringBuilder(DIGITS_ROOM);
        appendKilograms(text, milligrams);
        return text.toString();
    }

    /// Appends milligrams as [#kilograms] gives them.
    static void appendKilograms(StringBuilder to, long milligrams) {
        if (milligrams < 0) {
            to.append('-');
        }
        to.append(Math.abs(milligrams / MG_PER_KG));
        long rest = Math.abs(milligrams % MG_PER_KG);
        if (rest == 0) {
            return;
        }
        to.append('.');
        for (long digit = MG_PER_KG / 10; rest > 0; digit /= 10) {
            to.append((char) ('0' + rest / digit));
            rest %= digit;
        }
    }
}
