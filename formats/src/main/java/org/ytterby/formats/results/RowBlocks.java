package org.ytterby.formats.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// A file of many rows: blocks of them are put into words side by side and written in their order.
///
/// At most [#BLOCKS_AHEAD] blocks are in memory, so that a file may be larger than that.
final class RowBlocks {
    private static final int BLOCKS_AHEAD = 16;
    private static final int BLOCK_CHARS = 1 << 16;

    private RowBlocks() {}

    /// Puts the rows of one item into words. Called from several threads.
    interface RowText {
        void append(int item, StringBuilder to);
    }

    /// Writes a header and the rows of items `0 <= item < items`.
    ///
    /// @param perBlock items in a block
    static void write(Path file, String header, int items, int perBlock, RowText text)
            throws IOException {
        int blocks = Math.ceilDiv(items, perBlock);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
            for (int from = 0; from < blocks; from += BLOCKS_AHEAD) {
                byte[][] made =
                        IntStream.range(from, Math.min(from + BLOCKS_AHEAD, blocks))
                                .parallel()
                                .mapToObj(b ->
                                        block(
                                                b * perBlock,
                                                Math.min((b + 1) * perBlock, items),
                                                text))
                                .toArray(byte[][]::new);
                for (byte[] block : made) {
                    out.write(block);
                }
            }
        }
    }

    private static byte[] block(int from, int to, RowText text) {
        StringBuilder rows = new StringBuilder(BLOCK_CHARS);
        for (int item = from; item < to; item++) {
            text.append(item, rows);
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A cell as RFC 4180 wants it.
    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
