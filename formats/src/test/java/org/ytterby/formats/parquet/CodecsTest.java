package org.ytterby.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a page claims to unpack to is judged before memory is taken for it.
class CodecsTest {
    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[count]);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(CompressionCodecName name, byte[] packed, int size)
            throws IOException {
        return new Codecs()
                .getDecompressor(name)
                .decompress(BytesInput.from(packed), size)
                .toInputStream()
                .readAllBytes();
    }

    @Test
    void aPageOfAMegabyteMayBeMostlyNothing() throws IOException {
        assertThat(unpacked(CompressionCodecName.GZIP, zeros(1 << 20), 1 << 20))
                .isEqualTo(new byte[1 << 20]);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"GZIP", "SNAPPY", "ZSTD", "LZ4_RAW", "UNCOMPRESSED"})
    void aPageIsNotBelievedToUnpackAThousandfold(CompressionCodecName name) {
        assertThatThrownBy(() -> unpacked(name, new byte[100], 1 << 24))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1000 times");
    }

    @Test
    void noPageIsOverItsBound() {
        assertThatThrownBy(
                        () -> unpacked(CompressionCodecName.GZIP, new byte[1 << 20], (1 << 25) + 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 33554432");
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"GZIP", "UNCOMPRESSED"})
    void aPageLongerThanItSaysIsRefused(CompressionCodecName name) throws IOException {
        byte[] packed = zeros(1000);
        assertThatThrownBy(() -> unpacked(name, packed, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not 10");
    }
}
