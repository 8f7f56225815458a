package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// A table of dated law that is shipped as CSV, with the columns `from` and `until` among others.
final class DatedTable {
    private DatedTable() {}

    /// Its rows.
    ///
    /// @param name of the resource beside this package's parent, such as `limits.csv`
    /// @throws IllegalStateException if it is not there or a day is none
    static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
        String resource = "/org/ytterby/formats/" + name;
        try (InputStream in = DatedTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().map(row).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The time in which a row is in force: whole days, the first begins it, the last ends it, an
    /// empty one leaves it open.
    static Span span(NamedCsvRecord row) {
        return new Span(
                day(row.getField("from"), 0, LedgerTime.BEGINNING),
                day(row.getField("until"), LedgerTime.DAY, LedgerTime.END));
    }

    private static long day(String text, long added, long open) {
        if (text.isEmpty()) {
            return open;
        }
        OptionalLong day = LedgerTime.parseDate(text);
        return day.orElseThrow(() -> new IllegalStateException("no date: " + text)) + added;
    }
}
