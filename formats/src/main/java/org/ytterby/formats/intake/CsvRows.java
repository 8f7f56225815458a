package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// Rows of a CSV file in UTF-8, with or without byte-order mark.
final class CsvRows implements Rows {
    /// A field longer than this is a missing closing quote.
    private static final int FIELD_CHARS_MAX = 1 << 20;

    /// A row of more cells, or more characters, ends the table.
    private static final int CELLS_MAX = 1 << 21;

    private static final int ROW_CHARS_MAX = 1 << 24;

    private final String file;
    private final LineEnds ends;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private @Nullable TableBroken broken;
    private int row;

    /// Rows of the wrong width, and text after a closing quote, must not end the table: [Table]
    /// judges them.
    @SuppressWarnings("removal") // the strict way has no substitute that goes on with the next row
    CsvRows(String file, InputStream in) {
        this.file = file;
        ends = new LineEnds(in);
        reader =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .maxBufferSize(FIELD_CHARS_MAX)
                        .build(
                                CsvRecordHandler.of(limits ->
                                        limits.maxFields(CELLS_MAX)
                                                .maxFieldSize(FIELD_CHARS_MAX)
                                                .maxRecordSize(ROW_CHARS_MAX)),
                                ends);
        records = reader.iterator();
    }

    @Override
    public String @Nullable [] next() {
        if (!hasNext()) {
            return null;
        }
        CsvRecord record = records.next();
        row++;
        return record.getFields().toArray(String[]::new);
    }

    /// Looks ahead; what is wrong there is thrown now and by every later call.
    private boolean hasNext() {
        if (broken == null) {
            try {
                return records.hasNext();
            } catch (CsvParseException | NoSuchElementException e) {
                broken = broken("is a closing quote missing?", "是否缺少右引号？", e);
            } catch (UncheckedIOException e) {
                String why =
                        String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
                broken = broken(why, why, e);
            }
        }
        throw broken;
    }

    private TableBroken broken(String why, String whyZh, Exception cause) {
        return new TableBroken(
                row + 1,
                new Wording(
                        file + " cannot be read from here on: " + why, file + " 自此处起无法读取：" + whyZh),
                cause);
    }

    @Override
    public boolean isDelimited() {
        return true;
    }

    @Override
    public boolean isCutOff() {
        try {
            return ends.isOpen() && !hasNext();
        } catch (TableBroken _) {
            return false; // the next row will say so
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
