package org.ytterby.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.parquet.ParquetColumn;
import org.ytterby.formats.parquet.ParquetOutput;

/// A table as a Parquet file. Masses in kilograms are decimals with six places, so exact to the
/// milligram; dates and times stay text, because a bare date means another thing than an instant.
final class ParquetTable extends TableWriter {
    static final String ENDING = ".parquet";

    private final ParquetOutput out;

    ParquetTable(TableSchema table, List<String> columns, Path folder) throws IOException {
        super(table, columns);
        out =
                new ParquetOutput(
                        folder.resolve(table.name() + ENDING),
                        table.name(),
                        columns.stream().map(name -> column(table.field(name))).toList());
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

    @Override
    void write(@Nullable String... cells) throws IOException {
        out.row(cells);
    }

    @Override
    void end() throws IOException {
        out.close();
    }
}
