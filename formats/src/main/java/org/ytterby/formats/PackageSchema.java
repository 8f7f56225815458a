package org.ytterby.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tables of a contract, read from its Frictionless descriptor: those of the ledger package
/// from `ledger-package.json`, those of the allocation workbook from `allocation-workbook.json`,
/// those of dated law from `dated-law.json`.
///
/// Immutable and safe to share between threads.
public final class PackageSchema {
    private static final PackageSchema STANDARD = read("ledger-package.json");
    private static final PackageSchema ALLOCATION = read("allocation-workbook.json");
    private static final PackageSchema LAW = read("dated-law.json");

    private final JsonNode descriptor;
    private final Map<String, TableSchema> tables = new LinkedHashMap<>();
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();

    private PackageSchema(JsonNode descriptor) {
        this.descriptor = descriptor;
        for (JsonNode resource : descriptor.path("resources")) {
            TableSchema table = DescriptorReader.table(resource);
            tables.put(table.name(), table);
            resources.put(table.name(), resource);
        }
    }

    /// The schema of the ledger package.
    public static PackageSchema standard() {
        return STANDARD;
    }

    /// The schema of the allocation workbook.
    public static PackageSchema allocation() {
        return ALLOCATION;
    }

    /// The schema of the tables of dated law.
    public static PackageSchema law() {
        return LAW;
    }

    private static PackageSchema read(String resource) {
        try (InputStream in = PackageSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new PackageSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All tables in the order of the contract.
    public List<TableSchema> tables() {
        return List.copyOf(tables.values());
    }

    /// The table of a name, empty if the contract has none.
    public Optional<TableSchema> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /// The table of a name.
    ///
    /// @throws IllegalArgumentException if the contract has none
    public TableSchema table(String table) {
        return find(table)
                .orElseThrow(() ->
                        new IllegalArgumentException("the " + title() + " has no table " + table));
    }

    /// What the contract is called in running text.
    private String title() {
        return descriptor.path("title").asString().toLowerCase(Locale.ROOT);
    }

    /// A fresh copy of the descriptor of one table, as in `ledger-package.json`.
    ObjectNode resource(String table) {
        JsonNode resource = resources.get(table);
        if (resource == null) {
            throw new IllegalArgumentException("the " + title() + " has no table " + table);
        }
        return (ObjectNode) resource.deepCopy();
    }

    /// The profile that a package of this schema declares.
    String profile() {
        return descriptor.path("profile").asString();
    }
}
