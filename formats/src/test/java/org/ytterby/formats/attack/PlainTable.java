package org.ytterby.formats.attack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ytterby.formats.testing.SmallPackage;

/// A second, plain reading of a file, to count what the reader should have met.
final class PlainTable {
    private PlainTable() {}

    /// The rows with their header; empty if the package has no such file, or it is not UTF-8.
    @SuppressWarnings("removal")
    static List<List<String>> rows(SmallPackage files, String file) {
        String text = utf8(files.files().getOrDefault(file, new byte[0]));
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .build(CsvRecordHandler.of(limits -> limits.maxFields(1 << 22)), text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        boolean otherMark =
                bytes.length > 1
                        && ((bytes[0] == -1 && bytes[1] == -2)
                                || (bytes[0] == -2 && bytes[1] == -1));
        try {
            return otherMark
                    ? ""
                    : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return ""; // told by the reader, row by row
        }
    }

    static int column(List<List<String>> rows, String name) {
        return rows.getFirst().stream().map(String::strip).toList().indexOf(name);
    }

    /// Rows below the header that say anything.
    static int count(List<List<String>> rows) {
        return (int) rows.stream().skip(1).filter(row -> !isBlank(row)).count();
    }

    static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }
}
