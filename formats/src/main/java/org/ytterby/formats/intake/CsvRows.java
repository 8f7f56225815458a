package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// Rows of a CSV file in UTF-8, with or without byte-order mark.
final class CsvRows implements Rows {
    /// A field longer than this is a missing closing quote.
    private static final int FIELD_CHARS_MAX = 1 << 20;

    private final String file;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int row;

    CsvRows(String file, InputStream in) {
        this.file = file;
        reader =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .skipEmptyLines(false)
                        .maxBufferSize(FIELD_CHARS_MAX)
                        .ofCsvRecord(in);
        records = reader.iterator();
    }

    @Override
    public String @Nullable [] next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            row++;
            return record.getFields().toArray(String[]::new);
        } catch (CsvParseException | NoSuchElementException e) {
            throw new TableBroken(
                    row + 1,
                    new Wording(
                            file + " cannot be read from here on: is a closing quote missing?",
                            file + " 自此处起无法读取：是否缺少右引号？"),
                    e);
        } catch (UncheckedIOException e) {
            throw new TableBroken(
                    row + 1,
                    new Wording(
                            file + " cannot be read from here on: " + e.getMessage(),
                            file + " 自此处起无法读取：" + e.getMessage()),
                    e);
        }
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public void close() {
        try {
            records.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
