package org.ytterby.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One table of the ledger package and its columns, in the order of the contract.
///
/// Immutable; made by [PackageSchema].
public final class TableSchema {
    private final String name;
    private final boolean required;
    private final Wording title;
    private final Wording description;
    private final List<FieldSchema> fields;
    private final List<String> primaryKey;
    private final List<ForeignKey> foreignKeys;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    TableSchema(Head head, List<FieldSchema> fields, Keys keys) {
        name = head.name();
        required = head.required();
        title = head.title();
        description = head.description();
        this.fields = List.copyOf(fields);
        primaryKey = List.copyOf(keys.primary());
        foreignKeys = List.copyOf(keys.foreign());
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).name(), i);
        }
    }

    record Head(String name, boolean required, Wording title, Wording description) {}

    record Keys(List<String> primary, List<ForeignKey> foreign) {}

    /// Name of the table, also of its sheet in a workbook.
    public String name() {
        return name;
    }

    /// Name of its file in a folder, such as `flows.csv`.
    public String path() {
        return name + ".csv";
    }

    /// Whether a package without this table is not one.
    public boolean required() {
        return required;
    }

    public Wording title() {
        return title;
    }

    public Wording description() {
        return description;
    }

    /// Columns in the order of the contract.
    public List<FieldSchema> fields() {
        return fields;
    }

    /// Names of the columns in the order of the contract.
    public List<String> fieldNames() {
        return List.copyOf(positions.keySet());
    }

    /// The column of a name, empty if the contract has none.
    public Optional<FieldSchema> find(String field) {
        return Optional.ofNullable(positions.get(field)).map(fields::get);
    }

    /// The column of a name.
    ///
    /// @throws IllegalArgumentException if the contract has none, naming table and column
    public FieldSchema field(String field) {
        return find(field)
                .orElseThrow(() ->
                        new IllegalArgumentException("table " + name + " has no column " + field));
    }

    /// Columns that together name a row; empty where rows have no name.
    public List<String> primaryKey() {
        return primaryKey;
    }

    /// Columns that hold ids of other tables.
    public List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    @Override
    public String toString() {
        return "TableSchema[" + name + "]";
    }
}
