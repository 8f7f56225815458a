package org.ytterby.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetColumn.Choice;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// Writes a workbook for people to fill: a sheet per table with drop-downs, notes at the headers
/// and an example, and one that explains the others. As it stands it is a ledger package without
/// errors.
public final class PackageTemplate {
    /// Name of the sheet that explains the others; readers pass over it.
    public static final String README_SHEET = "说明 Read me";

    private static final String REQUIRED_TAB = "FFC55A11";
    private static final PackageSchema SCHEMA = PackageSchema.standard();

    private PackageTemplate() {}

    /// Writes the workbook; a file of the same name is replaced.
    ///
    /// @param chineseFirst which language stands first
    /// @throws UncheckedIOException if it cannot be written
    public static void write(Path target, boolean chineseFirst) {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(target + " is no file");
        }
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, ".template");
            try (WorkbookWriter workbook = new WorkbookWriter(folder)) {
                List<String> tabs = new ArrayList<>();
                TemplateGuide.write(workbook, README_SHEET, chineseFirst);
                tabs.add(README_SHEET);
                for (TableSchema table : SCHEMA.tables()) {
                    writeTable(workbook, table, chineseFirst);
                    tabs.add(table.name());
                }
                workbook.finish(tabs);
                ZipPacker.pack(folder, target);
            } finally {
                ZipPacker.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTable(WorkbookWriter workbook, TableSchema table, boolean zh)
            throws IOException {
        List<SheetColumn> columns = new ArrayList<>();
        for (FieldSchema field : table.fields()) {
            Style cells = SheetTable.style(field, false);
            columns.add(
                    new SheetColumn(
                            field.name(),
                            field.presence() == Presence.OPTIONAL
                                    ? Style.HEADER
                                    : Style.REQUIRED_HEADER,
                            cells,
                            SheetTable.width(field.name(), cells),
                            TemplateGuide.note(field, zh),
                            choice(table, field)));
        }
        SheetWriter sheet =
                workbook.sheet(table.name(), columns, true, table.required() ? REQUIRED_TAB : "");
        SheetTable rows = new SheetTable(table, table.fieldNames(), sheet).asExample();
        for (NamedCsvRecord row : example(table)) {
            rows.row(
                    table.fieldNames().stream()
                            .map(name -> row.findField(name).orElse(""))
                            .toArray(String[]::new));
        }
    }

    private static Choice choice(TableSchema table, FieldSchema field) {
        if (!field.allowed().isEmpty()) {
            return new Choice.Words(field.allowed());
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.field().equals(field.name())) {
                int column = SCHEMA.table(key.table()).fieldNames().indexOf(key.referencedField());
                return new Choice.Listed(key.table(), column);
            }
        }
        Double minimum = field.minimum();
        Double maximum = field.maximum();
        return minimum != null && maximum != null
                ? new Choice.Between(minimum, maximum)
                : new Choice.Free();
    }

    private static List<NamedCsvRecord> example(TableSchema table) throws IOException {
        try (InputStream in =
                PackageTemplate.class.getResourceAsStream("template/" + table.path())) {
            if (in == null) {
                throw new IllegalStateException("missing example of " + table.name());
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().toList();
            }
        }
    }
}
