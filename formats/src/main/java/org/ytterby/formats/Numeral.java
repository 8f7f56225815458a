package org.ytterby.formats;

/// The one way of writing numbers that a ledger package knows: digits with an optional sign, a `.`
/// as decimal point and an exponent.
public final class Numeral {
    private static final int LENGTH_MAX = 64;

    /// Four digits of exponent are beyond every `double` and would make a decimal unfold.
    private static final int EXPONENT_DIGITS_MAX = 3;

    private Numeral() {}

    /// Whether a text is a number; Java itself would also take hexadecimal digits, `NaN`, a
    /// trailing `d` and the digits of other scripts.
    public static boolean is(String text) {
        int n = text.length();
        int i = n > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || n > LENGTH_MAX) {
            return false;
        }
        return i == n || isExponent(text, i);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int i = at + 1;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int start = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == text.length() && i > start && i - start <= EXPONENT_DIGITS_MAX;
    }
}
