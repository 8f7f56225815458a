package org.ytterby.formats.parquet;

import java.io.IOException;

/// Unpacks one LZ4 block within its bounds.
///
/// Source: LZ4 block format description, github.com/lz4/lz4, doc/lz4_Block_format.md.
final class Lz4Block {
    private static final int MORE = 15;
    private static final int MATCH_MIN = 4;
    private static final int BYTE_MAX = 255;

    private final byte[] packed;
    private final byte[] out;
    private int from;
    private int to;

    private Lz4Block(byte[] packed, byte[] out) {
        this.packed = packed;
        this.out = out;
    }

    /// Unpacks a whole block.
    ///
    /// @return how many bytes of `out` were filled
    /// @throws IOException if the block breaks its format or does not fit
    static int unpack(byte[] packed, byte[] out) throws IOException {
        try {
            return new Lz4Block(packed, out).run();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a page breaks the format of LZ4", e);
        }
    }

    private int run() {
        while (from < packed.length) {
            int token = packed[from++] & BYTE_MAX;
            int literals = length(token >> 4);
            System.arraycopy(packed, from, out, to, literals);
            from += literals;
            to += literals;
            if (from < packed.length) {
                int distance = (packed[from] & BYTE_MAX) | ((packed[from + 1] & BYTE_MAX) << 8);
                from += 2;
                repeat(distance, length(token & MORE) + MATCH_MIN);
            }
        }
        return to;
    }

    /// A length of 15 or more goes on in bytes, up to the first that is not 255.
    private int length(int start) {
        int length = start;
        if (start == MORE) {
            int more = BYTE_MAX;
            while (more == BYTE_MAX) {
                more = packed[from++] & BYTE_MAX;
                length = Math.addExact(length, more);
            }
        }
        return length;
    }

    /// Copies what was unpacked before, which may run into what is being unpacked.
    private void repeat(int distance, int length) {
        if (distance == 0) {
            throw new IndexOutOfBoundsException("a match at distance 0");
        }
        for (int i = 0; i < length; i++, to++) {
            out[to] = out[to - distance];
        }
    }
}
