package org.ytterby.server.desk;

import java.util.Locale;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Say;
import org.ytterby.core.supervision.Text;

/// The language of a page, and how figures and times read in it.
public enum Language {
    EN(Locale.ENGLISH, "en"),
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN");

    private static final double TENTH = 0.1;
    private static final double WHOLE = 100;

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    /// The language for whoever prefers a locale: Chinese for any Chinese, English for all others.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ZH.locale.getLanguage()) ? ZH : EN;
    }

    public Locale locale() {
        return locale;
    }

    /// The value of `lang` in a page.
    public String tag() {
        return tag;
    }

    /// What both languages say, in this one.
    public String say(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    /// Of two words the one in this language.
    public String pick(String en, String zh) {
        return this == ZH ? zh : en;
    }

    /// A mass with its unit: kilograms below 10 t, tonnes above.
    public String mass(double kg) {
        return say(Say.mass(kg));
    }

    /// A mass with its standard uncertainty, `–` where there is none.
    public String mass(double kg, double sigmaKg) {
        return Double.isNaN(kg) ? "–" : say(Say.mass(kg, sigmaKg));
    }

    /// A share as percent, to the tenth from 10 % on, else two significant figures.
    public String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        return Math.abs(share) < TENTH
                ? Say.percent(share)
                : String.format(Locale.ROOT, "%.1f %%", share * WHOLE);
    }

    /// A figure with two decimals, `–` where there is none.
    public String fixed(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.2f", value).replace('-', '−')
                : "–";
    }

    /// The day of an instant.
    public String day(long micros) {
        return LedgerTime.dateOf(micros).toString();
    }

    /// The days that a finding concerns; empty where it concerns none.
    public String days(Finding finding) {
        return finding.span().equals(Finding.NO_SPAN) ? "" : say(Say.days(finding.span()));
    }
}
