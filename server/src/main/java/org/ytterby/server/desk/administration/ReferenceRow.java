package org.ytterby.server.desk.administration;

import java.math.BigDecimal;
import java.util.List;
import org.ytterby.formats.intake.ShippedTable;
import org.ytterby.server.web.Language;

/// A row of a dated table, to be read.
///
/// @param what code of the limit, or the words of the offence
/// @param clause where it stands; empty for a limit
/// @param value of a limit, or the range of the fine
/// @param from first day; empty since ever
/// @param until last day; empty for ever
/// @param confidence how sure it is; empty where the table does not say
public record ReferenceRow(
        String what,
        String clause,
        String value,
        String from,
        String until,
        String confidence,
        String source) {
    static List<ReferenceRow> limits() {
        ShippedTable table = ShippedTable.limits();
        return table.rows().stream()
                .map(row ->
                        new ReferenceRow(
                                table.cell(row, "limit"),
                                "",
                                table.cell(row, "value"),
                                table.cell(row, "from"),
                                table.cell(row, "until"),
                                "",
                                table.cell(row, "source")))
                .toList();
    }

    static List<ReferenceRow> penalties(Language language) {
        ShippedTable table = ShippedTable.penalties();
        String of = language.pick("_en", "_zh");
        return table.rows().stream()
                .map(row ->
                        new ReferenceRow(
                                table.cell(row, "offence" + of),
                                table.cell(row, "law" + of),
                                fine(table, row, language),
                                table.cell(row, "from"),
                                table.cell(row, "until"),
                                table.cell(row, "confidence"),
                                table.cell(row, "source")))
                .toList();
    }

    private static String fine(ShippedTable table, List<String> row, Language language) {
        String least = table.cell(row, "fine_min_yuan");
        String most = table.cell(row, "fine_max_yuan");
        return least.isEmpty()
                ? language.pick(
                        "%s to %s times the illegal income"
                                .formatted(
                                        table.cell(row, "income_min_times"),
                                        table.cell(row, "income_max_times")),
                        "违法所得的 %s 至 %s 倍"
                                .formatted(
                                        table.cell(row, "income_min_times"),
                                        table.cell(row, "income_max_times")))
                : language.yuan(Long.parseLong(least))
                        + " – "
                        + language.yuan(Long.parseLong(most));
    }

    /// A number without zeros that say nothing.
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
