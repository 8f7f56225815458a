package org.ytterby.server.desk.planning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Printable;
import org.ytterby.server.web.Language;

/// What was written to be entered into the calendar of splits, and what is wrong with it by field.
/// For one thread.
public final class SplitForm {
    private static final int SOURCE_MAX = 300;

    private final Map<String, String> given;
    private final Language language;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /// @param given what was written, by name of the field
    SplitForm(Map<String, String> given, Language language) {
        this.given = given;
        this.language = language;
    }

    /// What stands in a field.
    public String value(String field) {
        return given.getOrDefault(field, "").strip();
    }

    /// What is wrong with a field; empty if nothing is.
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /// What is wrong, by field.
    public Map<String, String> errors() {
        return errors;
    }

    /// The day in a field; any where it is wrong.
    LocalDate day(String field) {
        OptionalLong day = LedgerTime.parseDate(value(field));
        if (day.isEmpty()) {
            errors.put(
                    field, language.pick("Give a day, as in 2026-10-01.", "请填写日期，如 2026-10-01。"));
        }
        return LedgerTime.dateOf(day.orElse(0));
    }

    /// The number in a field; any where it is wrong.
    int whole(String field, int least, int most) {
        String text = value(field);
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            errors.put(
                    field,
                    language.pick("Give a whole number from %d to %d.", "请填写 %d 至 %d 的整数。")
                            .formatted(least, most));
        }
        return number;
    }

    /// The source in a field, which must be named.
    String source(String field) {
        String text = text(field, SOURCE_MAX);
        if (text.isEmpty()) {
            errors.put(field, language.pick("Name the notice that it was read in.", "请填写所依据的通知。"));
        }
        return text;
    }

    /// The text in a field, empty where nothing stands there.
    String text(String field, int most) {
        String text = value(field);
        if (text.length() > most || !Printable.of(text).equals(text)) {
            errors.put(
                    field,
                    language.pick(
                                    "At most %d characters, and none that does not show.",
                                    "最多 %d 个字符，且不含不可显示的字符。")
                            .formatted(most));
        }
        return text;
    }
}
