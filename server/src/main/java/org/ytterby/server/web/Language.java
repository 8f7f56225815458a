package org.ytterby.server.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Say;
import org.ytterby.core.supervision.Text;

/// The language of a reader, and how figures and times read in it.
public enum Language {
    EN(Locale.ENGLISH, "en", "EEE d MMM uuuu"),
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN", "uuuu年M月d日 EEE");

    /// Where hour and minute stand in a printed instant.
    private static final int MINUTE_FROM = 11;

    private static final int MINUTE_TO = 16;

    private static final String SPLIT = " / ";
    private static final double LEAST_CHANCE = 1e-4;

    /// Between two digits of a whole number where thousands begin.
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=\\d)(?<!\\.\\d{1,15})(?=(?:\\d{3})+(?!\\d))");

    /// A whole number of thousands that a unit or an uncertainty follows: no part of a code or a
    /// day.
    private static final Pattern MASSES =
            Pattern.compile("(?<=^|[ (（])\\d{4,}(?=(?:\\.\\d+)? (?:±|t\\b|kg\\b|吨|千克))");

    /// The first letter of a sentence that begins with a word, and not with a code.
    private static final Pattern BEGINNING = Pattern.compile("^[a-z](?=[a-z]* )");

    private static final double LEAST_SHARE = 0.0005;
    private static final double WHOLE = 100;

    private final Locale locale;
    private final String tag;
    private final DateTimeFormatter dates;

    Language(Locale locale, String tag, String dates) {
        this.locale = locale;
        this.tag = tag;
        this.dates = DateTimeFormatter.ofPattern(dates, locale);
    }

    /// The language for whoever prefers a locale: Chinese for any Chinese, English for all others.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ZH.locale.getLanguage()) ? ZH : EN;
    }

    public Locale locale() {
        return locale;
    }

    /// The name in tables and in the API: `en` or `zh`.
    public String code() {
        return locale.getLanguage();
    }

    /// The language of a name; empty for one that is not spoken here.
    public static Optional<Language> parse(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
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

    /// The name of a party: its English one in English, where it has one.
    public String name(Party party) {
        return this == EN && !party.nameEn().isEmpty() ? party.nameEn() : party.name();
    }

    /// A mass with its unit: kilograms below 10 t, tonnes above.
    public String mass(double kg) {
        return figures(say(Say.mass(kg)));
    }

    /// A mass with its standard uncertainty, `–` where there is none.
    public String mass(double kg, double sigmaKg) {
        return Double.isNaN(kg) ? "–" : figures(say(Say.mass(kg, sigmaKg)));
    }

    /// Whole thousands set apart, and the sign that a figure has, not the hyphen of a code.
    private static String figures(String said) {
        return THOUSANDS.matcher(said).replaceAll(",").replace('-', '−');
    }

    /// How sure a finding is: a chance too small to tell apart from none is said as such.
    public String chance(double p) {
        return p < LEAST_CHANCE ? "< 0.0001" : Say.probability(p);
    }

    /// A share as percent, to the tenth, so that a column of them reads evenly; a share too small
    /// for that is said to be less, and one that is nothing is 0 %.
    public String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        if (share == 0) { // nothing, and not a little that was rounded away
            return "0 %";
        }
        return share > 0 && share < LEAST_SHARE
                ? "< 0.1 %"
                : String.format(Locale.ROOT, "%.1f %%", share * WHOLE)
                        .replaceFirst("^-(?=0\\.0 )", "")
                        .replace('-', '−');
    }

    /// Kilograms to the gram, as they were booked, without their unit; `–` where there are none.
    public String booked(double kg) {
        return Double.isNaN(kg) ? "–" : figures(Say.toTheGram(kg));
    }

    /// A step of a working, its masses as in the tables beside it.
    public String statement(Text text) {
        return MASSES.matcher(say(text)).replaceAll(mass -> figures(mass.group()));
    }

    /// What is said of a finding, as a sentence of a page: it begins with a capital, and masses
    /// read as in the tables beside it.
    public String sentence(Text text) {
        return BEGINNING
                .matcher(statement(text))
                .replaceFirst(word -> word.group().toUpperCase(Locale.ROOT));
    }

    /// A figure with two decimals, `–` where there is none.
    public String fixed(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.2f", value)
                        .replaceFirst("^-(?=[0.]+$)", "")
                        .replace('-', '−')
                : "–";
    }

    /// An instant of a clock, microseconds since 1970.
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /// The day of an instant with its weekday.
    public String date(long micros) {
        return dates.format(LedgerTime.dateOf(micros));
    }

    /// The day of an instant with its weekday, and the minute.
    public String moment(long micros) {
        return date(micros) + " " + LedgerTime.format(micros).substring(MINUTE_FROM, MINUTE_TO);
    }

    /// An amount of money in whole yuan.
    public String yuan(long yuan) {
        return say(
                new Text(
                        String.format(Locale.ROOT, "CNY %,d", yuan),
                        String.format(Locale.ROOT, "%,d 元", yuan)));
    }

    /// The half in this language of a text that says everything twice, `English / 中文`; the whole
    /// where it does not.
    public String half(String both) {
        int at = both.indexOf(SPLIT);
        boolean isOne = at < 0 || both.substring(0, at).codePoints().anyMatch(Language::isHan);
        return isOne ? both : pick(both.substring(0, at), both.substring(at + SPLIT.length()));
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
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
