package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads tables of a package that a test has written.
final class Rows {
    private Rows() {}

    static List<NamedCsvRecord> of(Path folder, String table) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(table + ".csv"))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> values(Path folder, String table, String column) {
        return of(folder, table).stream()
                .map(row -> row.getField(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(NamedCsvRecord row) {
        return String.join(",", row.getFields());
    }
}
