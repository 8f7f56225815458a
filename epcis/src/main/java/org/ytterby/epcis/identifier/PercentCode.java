package org.ytterby.epcis.identifier;

/// One way to write a value within the path of a URI: unreserved characters stand as they are, all
/// others as percent and two capital hexadecimal digits (RFC 3986, 6.2.2).
final class PercentCode {
    private static final int ESCAPE_LENGTH = 3;
    private static final int HEX = 16;
    private static final int ASCII_END = 0x80;
    private static final String HEX_DIGITS = "0123456789ABCDEF";

    private PercentCode() {}

    static String canonical(String value) {
        int i = 0;
        while (i < value.length() && isKept(value.charAt(i))) {
            i++;
        }
        if (i == value.length()) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + HEX).append(value, 0, i);
        while (i < value.length()) {
            char c = value.charAt(i);
            int code = c == '%' ? escaped(value, i) : c;
            if (code >= 0 && code < ASCII_END && isKept((char) code)) {
                out.append((char) code);
            } else if (code < 0 || (code == c && c >= ASCII_END)) {
                out.append(c);
            } else {
                out.append('%').append(HEX_DIGITS.charAt(code / HEX));
                out.append(HEX_DIGITS.charAt(code % HEX));
            }
            i += c == '%' && code >= 0 ? ESCAPE_LENGTH : 1;
        }
        return out.toString();
    }

    /// The byte that an escape stands for, -1 where it is none.
    private static int escaped(String value, int at) {
        if (at + 2 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(at + 1), HEX);
        int low = Character.digit(value.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /// Unreserved, or the apostrophe, which the published hashes leave as it is.
    private static boolean isKept(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '\'';
    }
}
