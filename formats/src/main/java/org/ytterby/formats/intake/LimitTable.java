package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Span;

/// The dated limits that rules compare with, from the table `limits.csv` that is shipped.
final class LimitTable {
    private static final String RESOURCE = "/org/ytterby/formats/limits.csv";
    private static final Limits SHIPPED = read();

    private LimitTable() {}

    static Limits shipped() {
        return SHIPPED;
    }

    private static Limits read() {
        List<Limits.Row> rows = new ArrayList<>();
        try (InputStream in = LimitTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                csv.forEach(record -> rows.add(row(record)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Limits(rows);
    }

    private static Limits.Row row(NamedCsvRecord record) {
        return new Limits.Row(
                Limit.valueOf(record.getField("limit").toUpperCase(Locale.ROOT)),
                Double.parseDouble(record.getField("value")),
                new Span(
                        day(record.getField("from"), 0, LedgerTime.BEGINNING),
                        day(record.getField("until"), LedgerTime.DAY, LedgerTime.END)));
    }

    /// Whole days: the first begins a span, the last ends it, an empty one leaves it open.
    private static long day(String text, long added, long open) {
        if (text.isEmpty()) {
            return open;
        }
        OptionalLong day = LedgerTime.parseDate(text);
        return day.orElseThrow(() -> new IllegalStateException(RESOURCE + ": no date: " + text))
                + added;
    }
}
