package org.ytterby.server.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Printable;
import org.ytterby.server.web.Language;

/// What was written into the fields of a form, and what is wrong with it by field. For one thread.
public abstract class FieldForm {
    private final Map<String, String> given;
    private final Language language;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /// @param given what was written, by name of the field
    protected FieldForm(Map<String, String> given, Language language) {
        this.given = given;
        this.language = language;
    }

    /// How a field is filled in.
    public enum Kind {
        /// A few words.
        TEXT,
        /// Sentences.
        LONG,
        /// A whole number.
        WHOLE,
        /// A number that may have decimals.
        NUMBER,
        DAY,
        /// One of a list.
        CHOICE,
        /// Several of a list, with blanks between.
        SEVERAL
    }

    /// @param text in words; empty where the texts of the field say it
    public record Choice(String code, String text) {}

    /// @param label empty where the texts of the form say it
    /// @param hint likewise
    /// @param choices of a list, in its order
    /// @param words what the keys of texts begin with that say its choices; empty where those say
    ///   it themselves
    /// @param most characters
    public record Field(
            String name,
            String label,
            String hint,
            Kind kind,
            String value,
            List<Choice> choices,
            String words,
            int most) {
        public Field {
            choices = List.copyOf(choices);
        }

        /// One that is written, and whose texts are those of the form.
        public static Field of(String name, Kind kind, String value, int most) {
            return new Field(name, "", "", kind, value, List.of(), "", most);
        }

        /// One that is chosen, and whose texts are those of the form.
        public static Field chosen(String name, String value, List<Choice> choices) {
            return new Field(name, "", "", Kind.CHOICE, value, choices, "", 0);
        }

        /// Whether one of several was chosen.
        public boolean has(String code) {
            return chosen().contains(code);
        }

        /// What was chosen of several.
        public List<String> chosen() {
            return Arrays.asList(value.split(" ", -1));
        }

        /// What stands in it, in the words of its choices.
        public String shown() {
            return choices.stream()
                    .filter(choice -> choice.code.equals(value))
                    .map(Choice::text)
                    .findFirst()
                    .orElse(value);
        }
    }

    /// Whether a field says beside its label that it may be left empty.
    public boolean isOptional(String name) {
        return false;
    }

    /// What stands in a field, on one line.
    public final String value(String name) {
        return given.getOrDefault(name, "").replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip();
    }

    /// What is wrong, by field.
    public final Map<String, String> errors() {
        return errors;
    }

    public final boolean isGood() {
        return errors.isEmpty();
    }

    /// What is wrong with a field; empty if nothing is.
    public final String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /// Says what is wrong with a field, unless something was said of it already.
    public final void wrong(String name, String en, String zh) {
        errors.putIfAbsent(name, language.pick(en, zh));
    }

    /// Says something of a field, besides what was said of it already.
    protected final void also(String name, String en, String zh) {
        errors.merge(name, language.pick(en, zh), (one, other) -> one + " " + other);
    }

    protected final Language language() {
        return language;
    }

    /// Checks a text that may be empty.
    protected final void checkText(String name, int most) {
        String text = value(name);
        if (text.length() > most || !Printable.of(text).equals(text)) {
            wrong(
                    name,
                    "At most %d characters, and none that does not show.".formatted(most),
                    "最多 %d 个字符，且不含不可显示的字符。".formatted(most));
        }
    }

    /// Checks a text that must be written.
    protected final void checkNeeded(String name, int most) {
        if (value(name).isEmpty()) {
            wrong(name, "Fill this in.", "请填写。");
        }
        checkText(name, most);
    }

    /// Checks that one of a list was chosen.
    protected final void checkChoice(Field field) {
        if (field.choices.stream().noneMatch(choice -> choice.code.equals(field.value))) {
            wrong(field.name, "Choose one of the list.", "请从列表中选择。");
        }
    }

    /// When the day in a field begins, microseconds since 1970; any where it is wrong.
    protected final long dayMicros(String name) {
        OptionalLong day = LedgerTime.parseDate(value(name));
        if (day.isEmpty()) {
            wrong(name, "Give a day, as in 2026-10-01.", "请填写日期，如 2026-10-01。");
        }
        return day.orElse(0);
    }
}
