package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/// A small table of this module's resources, held whole.
record Table(String name, List<NamedCsvRecord> rows) {
    /// Reads a resource beside this class.
    ///
    /// @throws IllegalStateException if it is not there
    static Table read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return new Table(name, csv.stream().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first row that a test accepts.
    ///
    /// @throws IllegalStateException if there is none, naming what was looked for
    NamedCsvRecord first(String what, Predicate<NamedCsvRecord> test) {
        return rows.stream()
                .filter(test)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no row of " + what));
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
