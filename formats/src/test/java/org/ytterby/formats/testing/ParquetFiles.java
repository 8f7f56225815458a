package org.ytterby.formats.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/// Writes Parquet files as other programs may.
public final class ParquetFiles {
    private static final int MARK_BYTES = 4;

    private ParquetFiles() {}

    /// Writes a file without packing it; one of the same name is replaced.
    ///
    /// @param schema such as `message t { optional binary a (STRING); }`
    public static void write(Path file, String schema, List<Consumer<Group>> rows)
            throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        SimpleGroupFactory groups = new SimpleGroupFactory(type);
        try (ParquetWriter<Group> out =
                ExampleParquetWriter.builder(new LocalOutputFile(file))
                        .withConf(new PlainParquetConfiguration())
                        .withType(type)
                        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                        .build()) {
            for (Consumer<Group> row : rows) {
                Group group = groups.newGroup();
                row.accept(group);
                out.write(group);
            }
        }
    }

    /// Puts a group of no rows before and behind each group of a file.
    public static void addEmptyGroups(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - 2 * MARK_BYTES;
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        FileMetaData meta =
                Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
        List<RowGroup> groups = new ArrayList<>();
        for (RowGroup group : meta.getRow_groups()) {
            groups.add(empty(group));
            groups.add(group);
            groups.add(empty(group));
        }
        meta.setRow_groups(groups);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end - length);
        Util.writeFileMetaData(meta, out);
        int written = out.size() - (end - length);
        out.writeBytes(
                ByteBuffer.allocate(MARK_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(written)
                        .array());
        out.write(bytes, bytes.length - MARK_BYTES, MARK_BYTES);
        Files.write(file, out.toByteArray());
    }

    private static RowGroup empty(RowGroup group) {
        RowGroup empty = new RowGroup(group);
        empty.setNum_rows(0);
        empty.unsetOrdinal();
        return empty;
    }
}
