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

/// Writes a workbook for people to fill by any schema.
final class TemplateWriter {
    private static final String REQUIRED_TAB = "FFC55A11";
    private final PackageSchema schema;
    private final String examples;
    private final boolean chineseFirst;

    private TemplateWriter(PackageSchema schema, String examples, boolean chineseFirst) {
        this.schema = schema;
        this.examples = examples;
        this.chineseFirst = chineseFirst;
    }

    /// Writes the workbook; a file of the same name is replaced.
    ///
    /// @param examples folder of the rows that serve as an example, a CSV file per table
    /// @param chineseFirst which language stands first
    /// @throws UncheckedIOException if it cannot be written
    static void write(
            PackageSchema schema,
            String examples,
            TemplateGuide guide,
            Path target,
            boolean chineseFirst) {
        TemplateWriter writer = new TemplateWriter(schema, examples, chineseFirst);
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(target + " is no file");
        }
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, ".template");
            try (WorkbookWriter workbook = new WorkbookWriter(folder)) {
                List<String> tabs = new ArrayList<>();
                guide.write(workbook, schema, PackageTemplate.README_SHEET, chineseFirst);
                tabs.add(PackageTemplate.README_SHEET);
                for (TableSchema table : schema.tables()) {
                    writer.writeTable(workbook, table);
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

    private void writeTable(WorkbookWriter workbook, TableSchema table) throws IOException {
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
                            TemplateGuide.note(field, chineseFirst),
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

    private Choice choice(TableSchema table, FieldSchema field) {
        if (!field.allowed().isEmpty()) {
            return new Choice.Words(field.allowed());
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.field().equals(field.name())) {
                int column = schema.table(key.table()).fieldNames().indexOf(key.referencedField());
                return new Choice.Listed(key.table(), column);
            }
        }
        Double minimum = field.minimum();
        Double maximum = field.maximum();
        return minimum != null && maximum != null
                ? new Choice.Between(minimum, maximum)
                : new Choice.Free();
    }

    private List<NamedCsvRecord> example(TableSchema table) throws IOException {
        try (InputStream in = TemplateWriter.class.getResourceAsStream(examples + table.path())) {
            if (in == null) {
                throw new IllegalStateException("missing example of " + table.name());
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().toList();
            }
        }
    }
}
