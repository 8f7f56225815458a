package org.ytterby.formats.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.ZipPacker;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// An allocation workbook that tests change before it is written: the example of the template,
/// every cell as text.
public final class AllocationBook {
    private final Map<String, List<String[]>> sheets = new LinkedHashMap<>();

    /// The example of the template.
    public static AllocationBook example() {
        AllocationBook book = new AllocationBook();
        for (TableSchema table : PackageSchema.allocation().tables()) {
            book.sheets.put(table.name(), read(table));
        }
        return book;
    }

    private static List<String[]> read(TableSchema table) {
        try (InputStream in =
                PackageSchema.class.getResourceAsStream("allocation/" + table.path())) {
            if (in == null) {
                throw new IllegalStateException("no example of " + table.name());
            }
            List<String[]> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(in)) {
                csv.forEach(row -> rows.add(row.getFields().toArray(String[]::new)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Rows of a sheet, the header first.
    public List<String[]> rows(String sheet) {
        List<String[]> rows = sheets.get(sheet);
        if (rows == null) {
            throw new IllegalArgumentException("no sheet " + sheet);
        }
        return rows;
    }

    public List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    /// Sets a cell; rows are counted as a spreadsheet does, the header is 1.
    public AllocationBook set(String sheet, int row, String column, String value) {
        List<String[]> rows = rows(sheet);
        int at = List.of(rows.getFirst()).indexOf(column);
        rows.get(row - 1)[at] = value;
        return this;
    }

    /// Adds a row; cells that are left out are empty.
    public AllocationBook add(String sheet, String... cells) {
        List<String[]> rows = rows(sheet);
        String[] row = new String[rows.getFirst().length];
        for (int c = 0; c < row.length; c++) {
            row[c] = c < cells.length ? cells[c] : "";
        }
        rows.add(row);
        return this;
    }

    /// Takes a sheet away.
    public AllocationBook without(String sheet) {
        sheets.remove(sheet);
        return this;
    }

    /// Keeps the header of a sheet only.
    public AllocationBook emptied(String sheet) {
        List<String[]> rows = rows(sheet);
        rows.subList(1, rows.size()).clear();
        return this;
    }

    /// Writes the workbook.
    public Path write(Path file) {
        try {
            Path parts = Files.createTempDirectory("allocation");
            try (WorkbookWriter workbook = new WorkbookWriter(parts)) {
                for (Map.Entry<String, List<String[]>> sheet : sheets.entrySet()) {
                    write(workbook, sheet.getKey(), sheet.getValue());
                }
                workbook.finish(sheets());
                ZipPacker.pack(parts, file);
            } finally {
                ZipPacker.delete(parts);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(WorkbookWriter workbook, String name, List<String[]> rows)
            throws IOException {
        List<SheetColumn> columns = new ArrayList<>();
        for (String column : rows.getFirst()) {
            columns.add(SheetColumn.plain(column, Style.TEXT, 12));
        }
        SheetWriter sheet = workbook.sheet(name, columns, true, "");
        for (String[] row : rows.subList(1, rows.size())) {
            sheet.begin();
            for (int c = 0; c < row.length; c++) {
                sheet.text(c, row[c], Style.TEXT);
            }
            sheet.end();
        }
    }
}
