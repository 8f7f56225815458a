package org.ytterby.formats.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// One Parquet file on its way to disk, row by row; packed with gzip, which every reader has.
/// Memory holds one group of rows.
public final class ParquetOutput implements AutoCloseable {
    private static final long GROUP_BYTES = 16L << 20;

    private final ParquetWriter<String[]> writer;

    /// Begins a file; one of the same name is replaced.
    public ParquetOutput(Path file, String name, List<ParquetColumn> columns) throws IOException {
        writer =
                new Builder(new LocalOutputFile(file), new Rows(name, columns))
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new Codecs())
                        .withCompressionCodec(CompressionCodecName.GZIP)
                        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                        .withRowGroupSize(GROUP_BYTES)
                        .build();
    }

    /// Adds a row; null and blank are no value.
    ///
    /// @param cells that their columns hold, see [ParquetColumn#holds]
    public void row(@Nullable String... cells) throws IOException {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            texts[i] = cell == null ? "" : cell;
        }
        writer.write(texts);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<String[], Builder> {
        private final Rows rows;

        Builder(OutputFile file, Rows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the library still asks for it
        protected WriteSupport<String[]> getWriteSupport(Configuration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<String[]> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }

    private static final class Rows extends WriteSupport<String[]> {
        private final String name;
        private final List<ParquetColumn> columns;
        private @Nullable RecordConsumer out;

        Rows(String name, List<ParquetColumn> columns) {
            this.name = name;
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation") // the library still asks for it
        public WriteContext init(Configuration configuration) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return context();
        }

        private WriteContext context() {
            return new WriteContext(
                    new MessageType(name, columns.stream().map(ParquetColumn::type).toList()),
                    Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(String[] row) {
            RecordConsumer consumer = out;
            if (consumer == null) {
                throw new IllegalStateException("the file has not begun");
            }
            consumer.startMessage();
            for (int i = 0; i < row.length; i++) {
                columns.get(i).write(consumer, i, row[i]);
            }
            consumer.endMessage();
        }
    }
}
