package org.ytterby.server.desk.administration;

import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.formats.intake.LawRow;
import org.ytterby.server.web.Language;

/// A row of dated law, to be read.
///
/// @param key what it is about, by which another row takes its place
/// @param what in words; of a limit its code
/// @param clause where it stands; empty where the table does not say
/// @param value in words
/// @param from first day; empty since ever
/// @param until last day, its own or that before another row takes its place; empty for ever
/// @param confidence how sure it is; empty where the table does not say
/// @param isEnacted whether it was enacted while the service ran
public record ReferenceRow(
        String key,
        String what,
        String clause,
        String value,
        String from,
        String until,
        String confidence,
        String source,
        boolean isEnacted) {
    static ReferenceRow of(LawRow row, Language language) {
        return new ReferenceRow(
                row.key(),
                what(row, language),
                cell(row, "law", language),
                value(row, language),
                firstDay(row.span()),
                lastDay(row.span()),
                row.cell("confidence"),
                language.pick(row.cell("source"), row.cell("source_zh")),
                !row.isShipped());
    }

    private static String cell(LawRow row, String column, Language language) {
        return row.cell(column + language.pick("_en", "_zh"));
    }

    private static String what(LawRow row, Language language) {
        return switch (row.table()) {
            case LIMITS -> row.cell("limit");
            case PENALTIES -> cell(row, "offence", language);
            case DUTIES -> cell(row, "asks", language);
            case SPLIT_DEADLINES ->
                    row.cell("batch").isEmpty()
                            ? row.cell("year")
                            : language.pick("%s, batch %s", "%s 年第 %s 批")
                                    .formatted(row.cell("year"), row.cell("batch"));
        };
    }

    private static String value(LawRow row, Language language) {
        return switch (row.table()) {
            case LIMITS -> row.cell("value");
            case PENALTIES -> range(row, language);
            case DUTIES -> "";
            case SPLIT_DEADLINES ->
                    language.pick("%s working days", "%s 个工作日").formatted(row.cell("working_days"));
        };
    }

    private static String range(LawRow row, Language language) {
        return row.cell("fine_min_yuan").isEmpty()
                ? language.pick("%s to %s times the illegal income", "违法所得 %s 至 %s 倍")
                        .formatted(row.cell("income_min_times"), row.cell("income_max_times"))
                : language.pick("%s to %s", "%s至 %s")
                        .formatted(yuan(row, "min", language), yuan(row, "max", language));
    }

    private static String yuan(LawRow row, String end, Language language) {
        return language.yuan(Math.round(Double.parseDouble(row.cell("fine_" + end + "_yuan"))));
    }

    private static String firstDay(Span span) {
        return span.fromMicros() == LedgerTime.BEGINNING
                ? ""
                : LedgerTime.dateOf(span.fromMicros()).toString();
    }

    private static String lastDay(Span span) {
        return span.untilMicros() == LedgerTime.END
                ? ""
                : LedgerTime.dateOf(span.untilMicros() - 1).toString();
    }
}
