package org.ytterby.server.desk.administration;

import java.math.BigDecimal;
import java.util.List;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.formats.intake.PenaltyTable;
import org.ytterby.formats.intake.ShippedTable;
import org.ytterby.server.desk.Basis;
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
        return PenaltyTable.shipped().stream()
                .map(clause ->
                        new ReferenceRow(
                                language.pick(clause.offence().en(), clause.offence().zh()),
                                language.pick(clause.law().en(), clause.law().zh()),
                                Basis.range(clause, language),
                                firstDay(clause.span()),
                                lastDay(clause.span()),
                                clause.confidence(),
                                clause.source()))
                .toList();
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

    /// A number without zeros that say nothing.
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
