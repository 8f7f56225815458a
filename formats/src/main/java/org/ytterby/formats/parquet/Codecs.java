package org.ytterby.formats.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/// Packs and unpacks pages. No page unpacks to over [#PAGE_BYTES_MAX], nor to over [#RATIO_MAX]
/// times its packed size; small pages may.
final class Codecs implements CompressionCodecFactory {
    /// Writers make pages of about a megabyte.
    private static final int PAGE_BYTES_MAX = 1 << 25;

    private static final int SMALL_PAGE_BYTES = 1 << 20;
    private static final long RATIO_MAX = 1000;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return switch (name) {
            case GZIP -> new GzipCompressor();
            default -> throw new IllegalArgumentException("packs as GZIP only, not " + name);
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return new Unpacker(name);
    }

    @Override
    public void release() {
        // nothing is held
    }

    private static final class GzipCompressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                bytes.writeAllTo(gzip);
            }
            return BytesInput.from(packed.toByteArray());
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.GZIP;
        }

        @Override
        public void release() {
            // nothing is held
        }
    }

    private record Unpacker(CompressionCodecName name) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream((int) bytes.size());
            bytes.writeAllTo(packed);
            return BytesInput.from(unpacked(packed.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int packedSize, ByteBuffer out, int size)
                throws IOException {
            byte[] packed = new byte[packedSize];
            in.get(packed);
            out.put(unpacked(packed, size));
        }

        private byte[] unpacked(byte[] packed, int size) throws IOException {
            if (size < 0 || size > PAGE_BYTES_MAX) {
                throw new IOException(
                        "a page unpacks to "
                                + size
                                + " bytes, at most "
                                + PAGE_BYTES_MAX
                                + " are read");
            }
            if (size > Math.max(SMALL_PAGE_BYTES, RATIO_MAX * packed.length)) {
                throw new IOException(
                        "a page unpacks to " + size + " bytes, over 1000 times its packed size");
            }
            byte[] bytes = new byte[size];
            int length =
                    switch (name) {
                        case SNAPPY -> snappy(packed, bytes);
                        case GZIP -> {
                            try (GZIPInputStream gzip =
                                    new GZIPInputStream(new ByteArrayInputStream(packed))) {
                                int read = gzip.readNBytes(bytes, 0, size);
                                yield gzip.read() < 0 ? read : size + 1;
                            }
                        }
                        case ZSTD -> (int) Zstd.decompress(bytes, packed);
                        case LZ4_RAW -> Lz4Block.unpack(packed, bytes);
                        case UNCOMPRESSED -> {
                            System.arraycopy(packed, 0, bytes, 0, Math.min(size, packed.length));
                            yield packed.length;
                        }
                        case LZO, BROTLI, LZ4 ->
                                throw new IOException(
                                        "its pages are packed with "
                                                + name
                                                + "; write them with Snappy, gzip, zstd, LZ4 (raw)"
                                                + " or none");
                    };
            if (length != size) {
                throw new IOException(
                        "a page unpacks to "
                                + (length > size ? "more" : length)
                                + " bytes, not "
                                + size);
            }
            return bytes;
        }

        private static int snappy(byte[] packed, byte[] bytes) throws IOException {
            if (Snappy.uncompressedLength(packed) != bytes.length) {
                throw new IOException("a page is not of the size that it says");
            }
            return Snappy.uncompress(packed, 0, packed.length, bytes, 0);
        }

        @Override
        public void release() {
            // nothing is held
        }
    }
}
