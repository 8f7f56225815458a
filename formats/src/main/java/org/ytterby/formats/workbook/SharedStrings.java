package org.ytterby.formats.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The texts that cells of a workbook share, packed as bytes: a sheet of a million rows has
/// millions of them.
final class SharedStrings {
    private static final int BYTES_MAX = 1 << 30;
    private static final int STRINGS_MAX = 1 << 26;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[64];
    private int count;

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(Xml xml) throws IOException {
        SharedStrings strings = new SharedStrings();
        while (xml.find("si")) {
            strings.add(RichText.read(xml, "si"));
        }
        strings.bytes = Arrays.copyOf(strings.bytes, strings.end());
        strings.ends = Arrays.copyOf(strings.ends, strings.count);
        return strings;
    }

    private int end() {
        return count == 0 ? 0 : ends[count - 1];
    }

    private void add(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int start = end();
        if (utf8.length > BYTES_MAX - start) {
            throw new IOException("the shared texts take over " + BYTES_MAX + " bytes");
        }
        int end = start + utf8.length;
        if (end > bytes.length) {
            bytes =
                    Arrays.copyOf(
                            bytes, (int) Math.min(BYTES_MAX, Math.max(end, bytes.length * 2L)));
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        if (count == STRINGS_MAX) {
            throw new IOException("there are over " + STRINGS_MAX + " shared texts");
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + (count >> 1));
        }
        ends[count++] = end;
    }

    /// The text of a number.
    ///
    /// @throws IOException if there is none
    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw new IOException("a cell names shared text " + index + " of " + count);
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }
}
