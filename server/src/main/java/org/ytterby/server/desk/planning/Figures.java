package org.ytterby.server.desk.planning;

import java.util.Locale;

/// How the figures of plans read: whole tonnes with marks between thousands, shares with decimals.
final class Figures {
    /// What binary fractions leave over.
    private static final double NOTHING = 5e-4;

    private static final int SCORE = 4;

    private Figures() {}

    static String tonnes(long tonnes) {
        return String.format(Locale.ROOT, "%,d", tonnes).replace('-', '−');
    }

    static String tonnes(double tonnes) {
        return Double.isFinite(tonnes)
                ? String.format(Locale.ROOT, "%,.1f", tonnes).replace('-', '−')
                : "–";
    }

    /// Tonnes that are mostly whole: with a decimal only where there is one.
    static String mostlyWhole(double tonnes) {
        return tonnes == Math.rint(tonnes) ? tonnes((long) tonnes) : tonnes(tonnes);
    }

    /// A change, with its sign.
    static String change(long tonnes) {
        return tonnes > 0 ? "+" + tonnes(tonnes) : tonnes(tonnes);
    }

    /// What a point adds, with its sign.
    static String gain(double tonnes) {
        if (!Double.isFinite(tonnes)) {
            return "–";
        }
        return Math.abs(tonnes) < NOTHING
                ? "0"
                : String.format(Locale.ROOT, "%+,.2f", tonnes).replace('-', '−');
    }

    static String score(double score) {
        return decimals(score, SCORE);
    }

    static String decimals(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−')
                : "–";
    }

    /// A figure as it was given, without zeros behind it.
    static String plain(double value) {
        String text = decimals(value, SCORE);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
