package org.ytterby.simulator;

/// Numbers as text, with the digits that a package keeps; quicker than the general way.
final class Digits {
    private static final double[] POWERS = new double[24];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private static final int SIGNIFICANT = 6;

    private Digits() {}

    /// A number with at most so many decimals, trailing zeros left out.
    ///
    /// @param value `>= 0`, below 10¹⁸ when scaled
    static String fixed(double value, int decimals) {
        return text(Math.round(value * POWERS[decimals]), decimals);
    }

    /// Rounded to so many decimals.
    static double rounded(double value, int decimals) {
        return Math.round(value * POWERS[decimals]) / POWERS[decimals];
    }

    /// A number with six significant digits; empty for 0.
    ///
    /// @param value `0`, or from 10⁻¹² to 10⁶
    static String significant(double value) {
        if (value == 0) {
            return "";
        }
        int decimals = decimals(value);
        return text(Math.round(value * POWERS[decimals]), decimals);
    }

    /// What [#significant] writes, as a number.
    static double significantValue(double value) {
        return value == 0 ? 0 : rounded(value, decimals(value));
    }

    private static int decimals(double value) {
        int decimals = SIGNIFICANT - 1;
        for (double v = value; v < 1 && decimals < POWERS.length - 6; v *= 10) {
            decimals++;
        }
        return decimals;
    }

    private static String text(long scaled, int decimals) {
        long rest = scaled;
        int kept = decimals;
        while (kept > 0 && rest % 10 == 0) {
            rest /= 10;
            kept--;
        }
        String digits = Long.toString(rest);
        if (kept == 0) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits.length() + kept);
        for (int i = digits.length(); i <= kept; i++) {
            text.append('0');
        }
        text.append(digits);
        return text.insert(text.length() - kept, '.').toString();
    }
}
