package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;

/// Judges a row of dated law before it is enacted: by the contract of its table, by what its cells
/// say together, and beside the rows that are there.
public final class LawCheck {
    private static final int CELL_LENGTH_MAX = 500;
    private static final int KEY_LENGTH_MAX = 60;

    private final LawTable table;
    private final SortedMap<String, String> cells;
    private final Problems problems = new Problems();

    private LawCheck(LawTable table, SortedMap<String, String> cells) {
        this.table = table;
        this.cells = cells;
    }

    /// The contract of a table.
    public static TableSchema schema(LawTable table) {
        return PackageSchema.law().table(table.code());
    }

    /// What is wrong with a row that is to be enacted, each with its column; empty if nothing is.
    ///
    /// @param cells by column, stripped; empty ones are absent
    /// @param enacted before it
    public static List<Problem> problems(
            LawTable table, SortedMap<String, String> cells, List<DeclaredRow> enacted) {
        List<Problem> all = new ArrayList<>(form(table, cells));
        if (!cells.containsKey(LawTable.FROM)) {
            LawCheck check = new LawCheck(table, cells);
            check.wrong(
                    LawTable.FROM,
                    "a new row names the first day on which it holds, such as 2026-12-01",
                    "新增的行须填写起始日，如 2026-12-01");
            all.addAll(check.problems.all());
        }
        if (all.isEmpty()) {
            all.addAll(new LawCheck(table, cells).beside(LawRows.of(table, enacted)));
        }
        return all;
    }

    /// What is wrong with a row for itself.
    static List<Problem> form(LawTable table, SortedMap<String, String> cells) {
        List<Problem> all =
                new ArrayList<>(
                        PackageRows.problems(PackageSchema.law(), table.code(), List.of(cells))
                                .stream()
                                .filter(p -> p.weight() == Problem.Weight.ERROR)
                                .toList());
        LawCheck check = new LawCheck(table, cells);
        if (cells.isEmpty()) { // readers of tables pass over a blank row
            schema(table).fields().stream()
                    .filter(FieldSchema::required)
                    .forEach(field -> check.wrong(field.name(), "a value is required", "必填"));
        }
        check.checkTexts();
        check.checkDays();
        if (all.isEmpty() && check.problems.all().isEmpty()) {
            switch (table) {
                case LIMITS -> check.checkLimit();
                case PENALTIES -> check.checkPenalty();
                case SPLIT_DEADLINES -> check.checkYear();
                case DUTIES -> {}
            }
        }
        all.addAll(check.problems.all());
        return all;
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private void wrong(String column, String en, String zh) {
        problems.error(table.code(), 1, column, cell(column), new Wording(en, zh));
    }

    private void checkTexts() {
        cells.forEach((column, cell) -> {
            int most = table.keyColumns().contains(column) ? KEY_LENGTH_MAX : CELL_LENGTH_MAX;
            if (cell.length() > most || !Printable.of(cell).equals(cell)) {
                wrong(
                        column,
                        "at most %d characters, and none that does not show".formatted(most),
                        "最多 %d 个字符，且不含不可显示的字符".formatted(most));
            }
        });
    }

    private void checkDays() {
        OptionalLong from = day(LawTable.FROM);
        OptionalLong until = day(LawTable.UNTIL);
        if (from.isPresent() && until.isPresent() && until.getAsLong() < from.getAsLong()) {
            wrong(
                    LawTable.UNTIL,
                    "the last day comes before the first, " + cell(LawTable.FROM),
                    "截止日早于起始日 " + cell(LawTable.FROM));
        }
    }

    private OptionalLong day(String column) {
        OptionalLong day = LedgerTime.parseDate(cell(column));
        if (day.isEmpty() && LedgerTime.parse(cell(column)).isPresent()) {
            wrong(column, "a whole day, such as 2026-12-01", "须为日期，如 2026-12-01");
        }
        return day;
    }

    private void checkLimit() {
        if (cells.containsKey(LawTable.UNTIL)) {
            wrong(
                    LawTable.UNTIL,
                    "leave it empty: a limit has a number at all times; the next row ends this one",
                    "请留空：限值任何时候都须有数值，由下一行终止本行");
        }
        double value = number("value").orElse(0);
        if (Limit.valueOf(cell("limit").toUpperCase(Locale.ROOT)).isInDays()
                && value != Math.rint(value)) {
            wrong("value", "whole days, such as 30", "须为整天数，如 30");
        }
    }

    /// Rows are paired by what their key says, so that a year has one form alone.
    private void checkYear() {
        if (!cell("year").matches("[1-9][0-9]{3}")) {
            wrong("year", "four digits, such as 2026", "须为四位数字，如 2026");
        }
    }

    private OptionalDouble number(String column) {
        return Decimals.number(cell(column));
    }

    private void checkPenalty() {
        boolean fine = range("fine_min_yuan", "fine_max_yuan");
        boolean income = range("income_min_times", "income_max_times");
        if (!fine && !income && problems.all().isEmpty()) {
            wrong(
                    "fine_min_yuan",
                    "give the range of the fine, or the multiples of the illegal income",
                    "请填写罚款幅度或违法所得倍数");
        }
    }

    private boolean range(String least, String most) {
        OptionalDouble from = number(least);
        OptionalDouble to = number(most);
        if (from.isPresent() != to.isPresent()) {
            wrong(
                    from.isPresent() ? most : least,
                    "give both ends of the range, or none",
                    "幅度的上下限须同时填写或同时不填");
        } else if (from.isPresent() && to.getAsDouble() < from.getAsDouble()) {
            wrong(most, "must be at least " + cell(least), "不得小于 " + cell(least));
        }
        return from.isPresent() && to.isPresent();
    }

    private List<Problem> beside(List<LawRow> rows) {
        LawRow asked = LawRow.of(table, cells, false);
        boolean isThere =
                rows.stream()
                        .anyMatch(row ->
                                row.key().equals(asked.key())
                                        && row.span().fromMicros() == asked.span().fromMicros());
        if (isThere) {
            wrong(
                    LawTable.FROM,
                    "a row of this key begins on this day already; choose another day",
                    "该主键已有同日起始的行，请选择其他日期");
        }
        return problems.all();
    }
}
