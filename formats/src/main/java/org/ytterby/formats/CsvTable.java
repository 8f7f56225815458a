package org.ytterby.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as a CSV file.
final class CsvTable extends TableWriter {
    private final CsvWriter csv;

    CsvTable(TableSchema table, List<String> columns, Path folder) throws IOException {
        super(table, columns);
        csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(folder.resolve(table.path()));
        csv.writeRecord(columns);
    }

    @Override
    void write(@Nullable String... cells) {
        csv.writeRecord(cells);
    }

    @Override
    void end() throws IOException {
        csv.close();
    }
}
