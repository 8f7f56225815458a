package org.ytterby.core.supervision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// How amounts, times and elements read in a message.
public final class Say {
    private static final MathContext FOUR_FIGURES = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final MathContext TWO_FIGURES = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final double TONNES_FROM_KG = 10_000;

    /// What stands for an end that is not set.
    static final Text OPEN = new Text("open", "不限");

    private static final Text KG = new Text(" kg", " 千克");
    private static final Text T = new Text(" t", " 吨");

    private Say() {}

    /// A mass: kilograms below 10 t, tonnes above, four significant figures.
    public static Text mass(double kg) {
        return Math.abs(kg) < TONNES_FROM_KG
                ? Text.same(figures(kg, FOUR_FIGURES)).then(KG)
                : Text.same(figures(kg / 1e3, FOUR_FIGURES)).then(T);
    }

    /// A mass with its standard uncertainty in the same unit.
    public static Text mass(double kg, double sigmaKg) {
        if (Double.isNaN(sigmaKg) || sigmaKg == 0) {
            return mass(kg);
        }
        boolean tonnes = Math.abs(kg) >= TONNES_FROM_KG;
        double unit = tonnes ? 1e3 : 1;
        String value = figures(kg / unit, FOUR_FIGURES);
        return Text.same(value + " ± " + figures(sigmaKg / unit, TWO_FIGURES))
                .then(tonnes ? T : KG);
    }

    /// A mass to the gram, in kilograms; below a kilogram four significant figures.
    public static Text grams(double kg) {
        return Text.same(toTheGram(kg)).then(KG);
    }

    /// The same without its unit.
    public static String toTheGram(double kg) {
        if (Double.isNaN(kg) || Double.isInfinite(kg) || Math.abs(kg) < 1) {
            return figures(kg, FOUR_FIGURES);
        }
        return BigDecimal.valueOf(kg).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// A plain number, four significant figures.
    public static String number(double value) {
        return figures(value, FOUR_FIGURES);
    }

    /// A plain number, two significant figures.
    public static String twoFigures(double value) {
        return figures(value, TWO_FIGURES);
    }

    /// A probability, three significant figures, with an exponent below 0.001.
    public static String probability(double p) {
        if (Double.isNaN(p)) {
            return "?";
        }
        if (p == 0 || p >= 1e-3) {
            return figures(p, new MathContext(3, RoundingMode.HALF_EVEN));
        }
        return String.format(Locale.ROOT, "%.2e", p);
    }

    /// A probability that far tails may take below what a number can hold.
    public static String tail(double p) {
        return p == 0 ? "0 (< 1e-300)" : probability(p);
    }

    /// A share as percent.
    public static String percent(double share) {
        return figures(share * 100, TWO_FIGURES) + " %";
    }

    /// The calendar days of a span, first and last.
    public static Text days(Span span) {
        Text first = span.fromMicros() == LedgerTime.BEGINNING ? OPEN : day(span.fromMicros());
        Text last = span.untilMicros() == LedgerTime.END ? OPEN : day(span.untilMicros() - 1);
        return first.then(" – ").then(last);
    }

    private static Text day(long micros) {
        return Text.same(LedgerTime.dateOf(micros).toString());
    }

    /// A month such as `2019-03`.
    public static String month(int month) {
        return LedgerTime.dateOf(LedgerTime.startOfMonth(month)).toString().substring(0, 7);
    }

    /// Element symbols with commas.
    public static String symbols(List<Element> elements) {
        return elements.stream().map(Element::name).collect(Collectors.joining(", "));
    }

    /// Chinese element names.
    public static String chinese(List<Element> elements) {
        return elements.stream().map(Element::chinese).collect(Collectors.joining("、"));
    }

    private static String figures(double value, MathContext context) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "?";
        }
        BigDecimal rounded = new BigDecimal(value).round(context);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
