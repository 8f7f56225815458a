package org.ytterby.formats;

import java.nio.file.Path;
import java.util.Locale;

/// The forms of a ledger package, all of which hold the same tables.
public enum PackageForm {
    /// A folder with a CSV file per table.
    CSV,
    /// The same in a .zip.
    ZIP,
    /// A workbook with a sheet per table.
    XLSX,
    /// A folder with a Parquet file per table.
    PARQUET;

    /// As people write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The form that the name of a target asks for: .zip, .xlsx, else a folder of CSV files.
    public static PackageForm of(Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".zip") ? ZIP : name.endsWith(".xlsx") ? XLSX : CSV;
    }

    /// Whether a package of this form is one file.
    public boolean isFile() {
        return switch (this) {
            case ZIP, XLSX -> true;
            case CSV, PARQUET -> false;
        };
    }

    /// Whether a cell can be kept without loss; only Parquet has columns of numbers alone.
    public boolean holds(FieldSchema field, String text) {
        return switch (this) {
            case CSV, ZIP, XLSX -> true;
            case PARQUET -> ParquetTable.column(field).holds(text);
        };
    }
}
