package org.ytterby.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// A table as a sheet. Numbers, days and times become those of the workbook where they come back as
/// the same text; all else stays text.
final class SheetTable extends TableWriter {
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int DIGITS_KEPT = 15;
    private static final int DIGITS_MAX = 20;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final List<FieldSchema> fields;
    private final SheetWriter sheet;
    private boolean isExample;

    SheetTable(TableSchema table, List<String> columns, WorkbookWriter workbook)
            throws IOException {
        this(
                table,
                columns,
                workbook.sheet(
                        table.name(),
                        columns.stream()
                                .map(name -> {
                                    Style cells = style(table.field(name), false);
                                    return SheetColumn.plain(name, cells, width(name, cells));
                                })
                                .toList(),
                        true,
                        ""));
    }

    SheetTable(TableSchema table, List<String> columns, SheetWriter sheet) {
        super(table, columns);
        this.sheet = sheet;
        fields = columns.stream().map(table::field).toList();
    }

    /// Makes the rows to come look like an example.
    SheetTable asExample() {
        isExample = true;
        return this;
    }

    /// How the cells of a field look before anything is entered.
    static Style style(FieldSchema field, boolean isExample) {
        return switch (field.type()) {
            case STRING -> isExample ? Style.EXAMPLE_TEXT : Style.TEXT;
            case NUMBER, INTEGER -> isExample ? Style.EXAMPLE_PLAIN : Style.PLAIN;
            case DATE -> isExample ? Style.EXAMPLE_DAY : Style.DAY;
            case DATETIME -> isExample ? Style.EXAMPLE_TIME : Style.TIME;
        };
    }

    static int width(String name, Style cells) {
        int least =
                cells == Style.TIME ? 20 : cells == Style.TEXT ? 18 : name.length() <= 2 ? 9 : 13;
        return Math.max(least, name.length() + 3);
    }

    @Override
    void write(@Nullable String... cells) {
        sheet.begin();
        for (int c = 0; c < cells.length; c++) {
            String text = cells[c];
            if (text != null && !text.isEmpty() && !isTyped(c, text)) {
                sheet.text(c, text, isExample ? Style.EXAMPLE_TEXT : Style.TEXT);
            }
        }
        sheet.end();
    }

    private boolean isTyped(int column, String text) {
        FieldType type = fields.get(column).type();
        return switch (type) {
            case STRING -> false;
            case NUMBER, INTEGER -> {
                boolean isNumber = isNumber(text);
                if (isNumber) {
                    sheet.number(column, text, isExample ? Style.EXAMPLE_PLAIN : Style.PLAIN);
                }
                yield isNumber;
            }
            case DATE, DATETIME -> isMoment(column, text, type);
        };
    }

    /// Whether a binary number comes back as the same digits.
    private static boolean isNumber(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return false;
        }
        long digits = text.chars().filter(Character::isDigit).count();
        return digits <= DIGITS_KEPT
                || (digits <= DIGITS_MAX
                        && new BigDecimal(Double.toString(Double.parseDouble(text)))
                                .toPlainString()
                                .equals(text));
    }

    private boolean isMoment(int column, String text, FieldType type) {
        if (LedgerTime.parseDate(text).isPresent()) {
            LocalDateTime day = LocalDate.parse(text).atStartOfDay();
            return sheet.moment(column, day, isExample ? Style.EXAMPLE_DAY : Style.DAY);
        }
        OptionalLong instant = LedgerTime.parse(text);
        // in a column of days a time of midnight would come back as the whole day
        if (type == FieldType.DATE
                || instant.isEmpty()
                || !LedgerTime.format(instant.getAsLong()).equals(text)) {
            return false;
        }
        LocalDateTime local =
                LocalDateTime.ofInstant(
                        Instant.EPOCH.plus(instant.getAsLong(), ChronoUnit.MICROS), ZONE);
        return sheet.moment(column, local, isExample ? Style.EXAMPLE_TIME : Style.TIME);
    }

    @Override
    void end() {
        // the workbook ends its sheets
    }
}
