package org.ytterby.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.parquet.ParquetColumn;
import org.ytterby.formats.parquet.ParquetOutput;

/// A table as a Parquet file. Masses in kilograms are decimals with six places, so exact to the
/// milligram; dates and times stay text, because a bare date means another thing than an instant.
final class ParquetTable extends TableWriter {
    static final String ENDING = ".parquet";

    private final List<FieldSchema> fields;
    private final ParquetOutput out;

    ParquetTable(TableSchema table, List<String> columns, Path folder) throws IOException {
        super(table, columns);
        fields = columns.stream().map(table::field).toList();
        out =
                new ParquetOutput(
                        folder.resolve(table.name() + ENDING),
                        table.name(),
                        fields.stream().map(ParquetTable::column).toList());
    }

    /// The column of a field.
    static ParquetColumn column(FieldSchema field) {
        return new ParquetColumn(
                field.name(),
                switch (field.type()) {
                    case STRING, DATE, DATETIME -> ParquetColumn.Kind.TEXT;
                    case INTEGER -> ParquetColumn.Kind.WHOLE;
                    case NUMBER ->
                            field.name().endsWith("_kg")
                                    ? ParquetColumn.Kind.DECIMAL
                                    : ParquetColumn.Kind.NUMBER;
                });
    }

    /// Why the column of a field cannot hold a text; blank is no value.
    static Optional<Wording> refusal(FieldSchema field, String text) {
        String bare = text.strip();
        ParquetColumn column = column(field);
        if (bare.isEmpty() || column.kind() == ParquetColumn.Kind.TEXT) {
            return Optional.empty();
        }
        return Numeral.is(bare) && column.holds(bare)
                ? Optional.empty()
                : Optional.of(wording(column.kind()));
    }

    private static Wording wording(ParquetColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> throw new IllegalArgumentException("a column of text holds any");
            case WHOLE ->
                    new Wording(
                            "the column of a Parquet file holds whole numbers of up to nine digits",
                            "Parquet 文件的该列只能是九位以内的整数");
            case NUMBER ->
                    new Wording(
                            "the column of a Parquet file holds numbers only, such as 1234.5",
                            "Parquet 文件的该列只能是数字，如 1234.5");
            case DECIMAL ->
                    new Wording(
                            "the column of a Parquet file holds numbers only, of up to twelve digits"
                                    + " and six decimals",
                            "Parquet 文件的该列只能是数字，至多十二位整数和六位小数");
        };
    }

    @Override
    void write(@Nullable String... cells) throws IOException {
        for (int c = 0; c < cells.length; c++) {
            FieldSchema field = fields.get(c);
            String cell = cells[c];
            if (cell != null && refusal(field, cell).isPresent()) {
                throw new IllegalArgumentException(
                        "column " + field.name() + " holds numbers that fit it, not " + cell);
            }
        }
        out.row(cells);
    }

    @Override
    void end() throws IOException {
        out.close();
    }
}
