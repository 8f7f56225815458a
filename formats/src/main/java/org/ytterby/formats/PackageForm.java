package org.ytterby.formats;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ytterby.formats.workbook.SheetWriter;

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

    private static final Optional<Wording> TOO_LONG =
            Optional.of(
                    new Wording(
                            "a cell of a workbook holds at most "
                                    + SheetWriter.TEXT_MAX
                                    + " characters",
                            "工作簿单元格最多 " + SheetWriter.TEXT_MAX + " 个字符"));

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

    /// Why a cell cannot be kept without loss; empty if it can.
    public Optional<Wording> refusal(FieldSchema field, String text) {
        return switch (this) {
            case CSV, ZIP -> Optional.empty();
            case XLSX -> text.length() <= SheetWriter.TEXT_MAX ? Optional.empty() : TOO_LONG;
            case PARQUET -> ParquetTable.refusal(field, text);
        };
    }

    /// Rows that a table may have beside its header.
    public long rowsMax() {
        return switch (this) {
            case CSV, ZIP, PARQUET -> Long.MAX_VALUE;
            case XLSX -> SheetWriter.ROWS_MAX - 1;
        };
    }
}
