package org.ytterby.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.workbook.WorkbookWriter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a ledger package in one of its forms: a folder of CSV or Parquet files, or a .zip or
/// .xlsx where the target is named so.
///
/// ```java
/// try (PackageWriter out = PackageWriter.open(target)) {
///     RowSink parties = out.table("parties", "party", "name", "kind");
///     parties.row("E-1", "First enterprise", "enterprise");
///     out.finish(Map.of("name", "example"));
/// }
/// ```
///
/// Rows go straight to disk, so that a table may have any number of them; several tables may be
/// written side by side. Equal rows give byte-equal files. Without [#finish] no `datapackage.json`
/// is written and no .zip is made. Not safe for use by several threads.
public final class PackageWriter implements AutoCloseable {
    private static final String DESCRIPTOR = "datapackage.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PackageSchema schema = PackageSchema.standard();
    private final Path target;
    private final PackageForm form;
    private final Path folder;
    private final @Nullable WorkbookWriter workbook;
    private final Map<String, TableWriter> open = new LinkedHashMap<>();

    private PackageWriter(Path target, PackageForm form, Path folder) throws IOException {
        this.target = target;
        this.form = form;
        this.folder = folder;
        workbook = form == PackageForm.XLSX ? new WorkbookWriter(folder) : null;
    }

    /// Begins a package of the form that the target's name asks for.
    ///
    /// @throws UncheckedIOException if the folder cannot be made
    public static PackageWriter open(Path target) {
        return open(target, PackageForm.of(target));
    }

    /// Begins a package; folders are made as needed, files of the same names replaced.
    ///
    /// @throws UncheckedIOException if the folder cannot be made
    public static PackageWriter open(Path target, PackageForm form) {
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (form.isFile() && parent != null) {
                Files.createDirectories(parent);
                return new PackageWriter(
                        target, form, Files.createTempDirectory(parent, ".package"));
            }
            return new PackageWriter(target, form, Files.createDirectories(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins a table with the columns in use, in the order in which rows will give them.
    ///
    /// @throws IllegalArgumentException if the contract has no such table or column, if a column
    ///   comes twice, if a column that must have a value is missing or the table was begun before
    public RowSink table(String name, String... columns) {
        TableSchema table = schema.table(name);
        if (open.containsKey(name)) {
            throw new IllegalArgumentException("table " + name + " was begun before");
        }
        List<String> used = List.of(columns);
        TableWriter.check(table, used);
        try {
            TableWriter writer =
                    switch (form) {
                        case CSV, ZIP -> new CsvTable(table, used, folder);
                        case XLSX -> new SheetTable(table, used, Objects.requireNonNull(workbook));
                        case PARQUET -> new ParquetTable(table, used, folder);
                    };
            open.put(name, writer);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends all tables and writes the descriptor with the schema of each, which a workbook does not
    /// have.
    ///
    /// @param properties of the package: name, title and whatever else should be on record; values
    ///   that JSON knows (strings, numbers, lists, maps)
    public void finish(Map<String, ?> properties) {
        open.values().forEach(TableWriter::close);
        try {
            if (workbook != null) {
                workbook.finish(
                        schema.tables().stream()
                                .map(TableSchema::name)
                                .filter(open::containsKey)
                                .toList());
            } else {
                Files.write(folder.resolve(DESCRIPTOR), json(descriptor(properties)));
            }
            if (form.isFile()) {
                ZipPacker.pack(folder, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode descriptor(Map<String, ?> properties) {
        ObjectNode descriptor = JSON.createObjectNode();
        descriptor.put("profile", schema.profile());
        properties.forEach((key, value) -> descriptor.set(key, JSON.valueToTree(value)));
        ArrayNode resources = descriptor.putArray("resources");
        for (TableSchema table : schema.tables()) {
            TableWriter writer = open.get(table.name());
            if (writer != null) {
                resources.add(resource(table.name(), writer.columns()));
            }
        }
        return descriptor;
    }

    private ObjectNode resource(String table, List<String> columns) {
        ObjectNode resource = schema.resource(table);
        if (form == PackageForm.PARQUET) {
            resource.put("path", table + ParquetTable.ENDING);
            resource.put("format", "parquet");
            resource.remove("encoding");
        }
        ObjectNode tableSchema = (ObjectNode) resource.path("schema");
        Map<String, ObjectNode> fields = new LinkedHashMap<>();
        tableSchema
                .path("fields")
                .forEach(field -> fields.put(field.path("name").asString(), (ObjectNode) field));
        ArrayNode used = tableSchema.putArray("fields");
        columns.forEach(column -> used.add(fields.get(column)));
        keepKeys(schema.table(table), tableSchema, columns);
        return resource;
    }

    // only keys whose columns and tables are there, or the descriptor would contradict itself
    private void keepKeys(TableSchema table, ObjectNode tableSchema, List<String> columns) {
        if (!columns.containsAll(table.primaryKey())) {
            tableSchema.remove("primaryKey");
        }
        ArrayNode kept = JSON.createArrayNode();
        for (int i = 0; i < table.foreignKeys().size(); i++) {
            ForeignKey key = table.foreignKeys().get(i);
            if (columns.contains(key.field()) && open.containsKey(key.table())) {
                kept.add(tableSchema.path("foreignKeys").path(i));
            }
        }
        tableSchema.remove("foreignKeys");
        if (!kept.isEmpty()) {
            tableSchema.set("foreignKeys", kept);
        }
    }

    private static byte[] json(ObjectNode descriptor) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return JSON.writer().with(printer).writeValueAsBytes(descriptor);
    }

    /// Ends all tables that are still open and removes what was only there to be zipped.
    @Override
    public void close() {
        try {
            closeAll(open.values().iterator());
        } finally {
            if (workbook != null) {
                workbook.close();
            }
            if (form.isFile()) {
                ZipPacker.delete(folder);
            }
        }
    }

    /// Closes each, whichever fails.
    private static void closeAll(Iterator<TableWriter> tables) {
        if (tables.hasNext()) {
            try {
                tables.next().close();
            } finally {
                closeAll(tables);
            }
        }
    }
}
