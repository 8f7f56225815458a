package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.parquet.ParquetInput;
import org.ytterby.formats.parquet.Value;

/// Rows of a Parquet file, counted as if its columns' names were row 1.
final class ParquetRows implements Rows {
    private final String file;
    private final Path path;
    private final boolean isTemporary;
    private final ParquetInput input;
    private final FieldType[] types;
    private final @Nullable Value[] values;
    private final Map<Integer, Wording> faults = new HashMap<>();
    private int row;

    /// @param isTemporary whether the file is to go when its rows have been read
    /// @throws IOException if it is no Parquet file
    ParquetRows(
            String file, TableSchema schema, Path path, boolean isTemporary, LongConsumer listener)
            throws IOException {
        this.file = file;
        this.path = path;
        this.isTemporary = isTemporary;
        input = new ParquetInput(path, name -> schema.find(name.strip()).isPresent(), listener);
        types =
                input.names().stream()
                        .map(name ->
                                schema.find(name.strip())
                                        .map(FieldSchema::type)
                                        .orElse(FieldType.STRING))
                        .toArray(FieldType[]::new);
        values = new Value[types.length];
    }

    @Override
    public String @Nullable [] next() {
        faults.clear();
        if (row == 0) {
            row = 1;
            return header();
        }
        try {
            if (!input.next(values)) {
                return null;
            }
        } catch (IOException e) {
            throw TableBroken.at(row + 1, file, e);
        }
        row++;
        String[] cells = new String[values.length];
        for (int c = 0; c < cells.length; c++) {
            Value value = values[c];
            cells[c] = value == null ? "" : text(value, types[c], c);
        }
        return cells;
    }

    private String[] header() {
        List<String> nested = input.nested();
        if (!nested.isEmpty()) {
            String list = String.join(", ", nested);
            throw new TableBroken(
                    1,
                    new Wording(
                            file
                                    + " cannot be read: columns that hold lists or structures: "
                                    + list,
                            file + " 无法读取：以下列含列表或结构：" + list),
                    new IOException(list));
        }
        return input.names().toArray(String[]::new);
    }

    private String text(Value value, FieldType type, int column) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Exact(var number) -> CellTexts.plain(number);
            // what pandas writes where there is no number
            case Value.Binary(double number) when Double.isNaN(number) -> "";
            case Value.Single(float number) when Float.isNaN(number) -> "";
            case Value.Binary(double number) when type == FieldType.STRING ->
                    orFault(
                            CellTexts.id(number),
                            Double.toString(number),
                            column,
                            CellFaults.LOST_DIGITS);
            case Value.Binary(double number) -> CellTexts.number(number);
            case Value.Single(float number) when type == FieldType.STRING ->
                    orFault(
                            CellTexts.id(number),
                            Float.toString(number),
                            column,
                            CellFaults.LOST_DIGITS);
            case Value.Single(float number) -> CellTexts.number(number);
            case Value.Day(var start) ->
                    orFault(
                            CellTexts.moment(start, false, type),
                            start.toLocalDate().toString(),
                            column,
                            CellFaults.NO_DAY);
            case Value.Moment(var time, boolean isInstant) ->
                    orFault(
                            CellTexts.moment(isInstant ? CellTexts.local(time) : time, true, type),
                            time.toString(),
                            column,
                            CellFaults.NO_DAY);
        };
    }

    private String orFault(Optional<String> text, String raw, int column, Wording fault) {
        if (text.isEmpty()) {
            faults.put(column, fault);
        }
        return text.orElse(raw);
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public Map<Integer, Wording> faults() {
        return faults;
    }

    @Override
    public void close() {
        try {
            try {
                input.close();
            } finally {
                if (isTemporary) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
