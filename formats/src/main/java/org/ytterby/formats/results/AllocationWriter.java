package org.ytterby.formats.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.formats.ZipPacker;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// Writes plans and what explains them: a CSV file per table, and all tables as one workbook.
public final class AllocationWriter {
    /// Name of the workbook.
    public static final String WORKBOOK = "allocation.xlsx";

    private static final int WIDTH = 16;

    private AllocationWriter() {}

    /// Writes all files; those of an earlier answer are replaced.
    ///
    /// @throws UncheckedIOException if the folder cannot be made or written
    public static void write(Linked.Planned planned, Path folder) {
        List<ResultTable> tables = AllocationTables.of(planned);
        try {
            Files.createDirectories(folder);
            for (ResultTable table : tables) {
                writeCsv(table, folder.resolve(table.name() + ".csv"));
            }
            writeWorkbook(tables, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCsv(ResultTable table, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(
                    table.columns().stream().map(ResultTable.Column::name).toArray(String[]::new));
            table.rows().forEach(csv::writeRecord);
        }
    }

    private static void writeWorkbook(List<ResultTable> tables, Path folder) throws IOException {
        Path parts = Files.createTempDirectory(folder, ".allocation");
        try (WorkbookWriter workbook = new WorkbookWriter(parts)) {
            List<String> tabs = new ArrayList<>();
            for (ResultTable table : tables) {
                writeSheet(table, workbook);
                tabs.add(table.name());
            }
            workbook.finish(tabs);
            ZipPacker.pack(parts, folder.resolve(WORKBOOK));
        } finally {
            ZipPacker.delete(parts);
        }
    }

    private static void writeSheet(ResultTable table, WorkbookWriter workbook) throws IOException {
        List<SheetColumn> columns = new ArrayList<>();
        for (ResultTable.Column column : table.columns()) {
            columns.add(
                    new SheetColumn(
                            column.name(),
                            Style.HEADER,
                            column.isNumber() ? Style.PLAIN : Style.TEXT,
                            WIDTH,
                            column.zh(),
                            new SheetColumn.Choice.Free()));
        }
        SheetWriter sheet = workbook.sheet(table.name(), columns, true, "");
        for (String[] row : table.rows()) {
            sheet.begin();
            for (int c = 0; c < row.length; c++) {
                if (row[c].isEmpty()) {
                    continue;
                }
                if (table.columns().get(c).isNumber()) {
                    sheet.number(c, row[c], Style.PLAIN);
                } else {
                    sheet.text(c, row[c], Style.TEXT);
                }
            }
            sheet.end();
        }
    }
}
