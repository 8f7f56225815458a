package org.ytterby.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// One table as a workbook with one sheet: numbers as numbers, all else as text that no program
/// takes for a formula.
public final class TableWorkbook {
    private static final int WIDTH_MIN = 8;
    private static final int WIDTH_MAX = 60;

    private TableWorkbook() {}

    /// The bytes of the workbook.
    ///
    /// @param sheet its name, 1 to 31 characters
    /// @param rows numbers that are not finite leave their cell empty
    /// @throws UncheckedIOException if it cannot be written
    public static byte[] of(String sheet, List<String> header, List<List<Object>> rows) {
        try {
            Path folder = Files.createTempDirectory("ytterby-table");
            Path parts = folder.resolve("parts");
            Path target = folder.resolve("table.xlsx");
            try (WorkbookWriter workbook = new WorkbookWriter(parts)) {
                write(workbook.sheet(sheet, columns(header, rows), true, ""), rows);
                workbook.finish(List.of(sheet));
                ZipPacker.pack(parts, target);
                return Files.readAllBytes(target);
            } finally {
                ZipPacker.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SheetColumn> columns(List<String> header, List<List<Object>> rows) {
        List<SheetColumn> columns = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int width = header.get(c).length();
            boolean isNumber = !rows.isEmpty();
            for (List<Object> row : rows) {
                width = Math.max(width, row.get(c).toString().length());
                isNumber &= row.get(c) instanceof Number;
            }
            columns.add(
                    SheetColumn.plain(
                            header.get(c),
                            isNumber ? Style.PLAIN : Style.TEXT,
                            Math.clamp(width + 2L, WIDTH_MIN, WIDTH_MAX)));
        }
        return columns;
    }

    private static void write(SheetWriter sheet, List<List<Object>> rows) {
        for (List<Object> row : rows) {
            sheet.begin();
            for (int c = 0; c < row.size(); c++) {
                switch (row.get(c)) {
                    case Double d when !Double.isFinite(d) -> {}
                    case Number number ->
                            sheet.number(
                                    c, new BigDecimal(number.toString()).toString(), Style.PLAIN);
                    case Object text -> text(sheet, c, text.toString());
                }
            }
            sheet.end();
        }
    }

    private static void text(SheetWriter sheet, int column, String text) {
        if (!text.isEmpty()) {
            sheet.text(
                    column,
                    text.length() > SheetWriter.TEXT_MAX
                            ? text.substring(0, SheetWriter.TEXT_MAX)
                            : text,
                    Style.TEXT);
        }
    }
}
