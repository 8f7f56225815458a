package org.ytterby.epcis.hash;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// The one spelling of a number: that of its value as an IEEE 754 double, whole numbers with all
/// their digits, others with the fewest digits that tell them apart. The published hashes treat
/// every value that reads as a number so, an id of digits in a text included.
final class NumberText {
    private static final String DIGITS = "\\d+(?:_\\d+)*";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:"
                            + DIGITS
                            + "(?:\\.(?:"
                            + DIGITS
                            + ")?)?|\\."
                            + DIGITS
                            + ")(?:[eE][+-]?"
                            + DIGITS
                            + ")?");

    /// Longest run of digits that every double holds exactly.
    private static final int EXACT = 15;

    /// Below ten to this power an exponent is written.
    private static final int PLAIN_LEAST = -4;

    private NumberText() {}

    /// The spelling of a number; any other text, and a number beyond all doubles, as it is.
    static String canonical(String text) {
        if (!begins(text) || isShortWhole(text) || !NUMBER.matcher(text).matches()) {
            return text;
        }
        double value = Double.parseDouble(text.replace("_", ""));
        if (Double.isInfinite(value)) {
            return text;
        }
        return value == Math.rint(value)
                ? new BigDecimal(value).toBigInteger().toString()
                : fraction(value);
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && (isDigit(text.charAt(0)) || "+-.".indexOf(text.charAt(0)) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isShortWhole(String text) {
        if (text.length() > EXACT || text.charAt(0) == '0') {
            return text.equals("0");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String fraction(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= PLAIN_LEAST) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String sign = value < 0 ? "-" : "";
        String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
        return sign + digits.charAt(0) + rest + "e-" + (exponent > -10 ? "0" : "") + -exponent;
    }
}
