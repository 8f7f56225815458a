package org.ytterby.server.desk.planning;

import java.time.LocalDate;
import java.util.Map;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.desk.FieldForm;
import org.ytterby.server.web.Language;

/// What was written to be entered into the calendar of splits.
public final class SplitForm extends FieldForm {
    private static final int SOURCE_MAX = 300;

    /// Most days of one entry.
    private static final int SPAN_MAX = 31;

    /// @param given what was written, by name of the field
    SplitForm(Map<String, String> given, Language language) {
        super(given, language);
    }

    /// The day in a field; any where it is wrong.
    LocalDate day(String field) {
        return LedgerTime.dateOf(dayMicros(field));
    }

    /// The last of some days: the first where nothing is said.
    LocalDate until(LocalDate first) {
        LocalDate last = value("until").isEmpty() ? first : day("until");
        if (error("until").isEmpty()
                && error("day").isEmpty()
                && (last.isBefore(first) || last.isAfter(first.plusDays(SPAN_MAX - 1)))) {
            wrong(
                    "until",
                    "Give the first day or a later one, of at most %d days.".formatted(SPAN_MAX),
                    "须不早于首日，且一次最多 %d 天。".formatted(SPAN_MAX));
        }
        return last;
    }

    /// The number in a field; any where it is wrong.
    int whole(String field, int least, int most) {
        String text = value(field);
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            wrong(
                    field,
                    "Give a whole number from %d to %d.".formatted(least, most),
                    "请填写 %d 至 %d 的整数。".formatted(least, most));
        }
        return number;
    }

    /// The source in a field, which must be named.
    String source(String field) {
        if (value(field).isEmpty()) {
            wrong(field, "Name the notice that it was read in.", "请填写所依据的通知。");
        }
        return text(field, SOURCE_MAX);
    }

    /// The text in a field, empty where nothing stands there.
    String text(String field, int most) {
        checkText(field, most);
        return value(field);
    }
}
