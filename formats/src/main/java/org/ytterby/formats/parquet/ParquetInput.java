package org.ytterby.formats.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// One Parquet file read row by row. Memory holds the packed pages of one group of rows, of the
/// wanted columns only.
public final class ParquetInput implements AutoCloseable {
    private final ParquetFileReader reader;
    private final LongConsumer listener;
    private final long size;
    private final List<String> names = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private final int[] places;
    private final MessageType wanted;
    private final Decoder[] decoders;
    private ColumnReader[] columns = {};
    private long left;
    private int group;

    /// Opens a file.
    ///
    /// @param wants whether the values of a column are asked for
    /// @param listener hears how many bytes of the file have been read
    /// @throws IOException if it is no Parquet file
    public ParquetInput(Path file, Predicate<String> wants, LongConsumer listener)
            throws IOException {
        this.listener = listener;
        size = Files.size(file);
        ParquetReadOptions options =
                new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                        .withCodecFactory(new Codecs())
                        .build();
        try {
            reader = ParquetFileReader.open(new LocalInputFile(file), options);
        } catch (RuntimeException e) {
            throw new IOException(reason(e), e);
        }
        try {
            MessageType schema = reader.getFileMetaData().getSchema();
            places = new int[schema.getFieldCount()];
            wanted = wanted(schema, wants);
            decoders =
                    wanted.getFields().stream()
                            .map(type -> new Decoder(type.asPrimitiveType()))
                            .toArray(Decoder[]::new);
            reader.setRequestedSchema(wanted);
        } catch (RuntimeException e) {
            reader.close();
            throw new IOException(reason(e), e);
        }
    }

    /// Sorts the columns into those that are wanted, those that cannot be had and the rest.
    private MessageType wanted(MessageType schema, Predicate<String> wants) {
        List<Type> kept = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Type field = schema.getType(i);
            names.add(field.getName());
            places[i] = -1;
            if (wants.test(field.getName())) {
                if (field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED)) {
                    places[i] = kept.size();
                    kept.add(field);
                } else {
                    nested.add(field.getName());
                }
            }
        }
        return new MessageType(schema.getName(), kept);
    }

    /// Names of all columns.
    public List<String> names() {
        return List.copyOf(names);
    }

    /// Wanted columns that hold lists or structures, whose values cannot be had.
    public List<String> nested() {
        return List.copyOf(nested);
    }

    /// Moves to the next row.
    ///
    /// @param row receives the value of each column, null where there is none
    /// @return false after the last row
    /// @throws IOException if the file breaks its format
    public boolean next(@Nullable Value[] row) throws IOException {
        try {
            while (left == 0) {
                if (!nextGroup()) {
                    return false;
                }
            }
            left--;
            for (int i = 0; i < places.length; i++) {
                row[i] = places[i] < 0 ? null : value(places[i]);
            }
            return true;
        } catch (RuntimeException e) {
            throw new IOException(reason(e), e);
        }
    }

    private @Nullable Value value(int place) {
        ColumnReader column = columns[place];
        boolean there =
                column.getCurrentDefinitionLevel()
                        == column.getDescriptor().getMaxDefinitionLevel();
        Value value = there ? decoders[place].decode(column) : null;
        column.consume();
        return value;
    }

    private boolean nextGroup() throws IOException {
        List<BlockMetaData> groups = reader.getRowGroups();
        while (group < groups.size() && groups.get(group).getRowCount() == 0) {
            group++; // the library passes over groups without rows too
        }
        if (wanted.getFieldCount() == 0 || group == groups.size()) {
            return false;
        }
        BlockMetaData block = groups.get(group++);
        long packed = block.getColumns().stream().mapToLong(c -> c.getTotalSize()).sum();
        if (packed < 0 || packed > size) {
            throw new IOException("a group of rows is larger than the file");
        }
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        ColumnReadStoreImpl store =
                new ColumnReadStoreImpl(
                        pages, new Ignoring(), wanted, reader.getFileMetaData().getCreatedBy());
        columns =
                wanted.getColumns().stream()
                        .map(store::getColumnReader)
                        .toArray(ColumnReader[]::new);
        left = pages.getRowCount();
        listener.accept(packed);
        return true;
    }

    /// The reader of the library wants to hand values on; here they are asked for one by one.
    private static final class Ignoring extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            // values are asked for one by one
        }

        @Override
        public void end() {
            // values are asked for one by one
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? "it breaks the format of Parquet" : message;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
