package org.ytterby.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a ledger package: a folder, or a .zip where the target is named so.
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
    private static final String ZIP = ".zip";
    private static final String DESCRIPTOR = "datapackage.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PackageSchema schema = PackageSchema.standard();
    private final Path target;
    private final Path folder;
    private final Map<String, TableWriter> open = new LinkedHashMap<>();

    private PackageWriter(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// Begins a package; folders are made as needed, files of the same names replaced.
    ///
    /// @throws UncheckedIOException if the folder cannot be made
    public static PackageWriter open(Path target) {
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (isZip(target) && parent != null) {
                Files.createDirectories(parent);
                return new PackageWriter(target, Files.createTempDirectory(parent, ".package"));
            }
            return new PackageWriter(target, Files.createDirectories(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(Path target) {
        return target.toString().endsWith(ZIP);
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
        TableWriter writer = new TableWriter(table, List.of(columns), folder.resolve(table.path()));
        open.put(name, writer);
        return writer;
    }

    /// Ends all tables and writes the descriptor with the schema of each.
    ///
    /// @param properties of the package: name, title and whatever else should be on record; values
    ///   that JSON knows (strings, numbers, lists, maps)
    public void finish(Map<String, ?> properties) {
        open.values().forEach(TableWriter::close);
        try {
            Files.write(folder.resolve(DESCRIPTOR), json(descriptor(properties)));
            if (isZip(target)) {
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
        open.values().forEach(TableWriter::close);
        if (isZip(target)) {
            ZipPacker.delete(folder);
        }
    }
}
