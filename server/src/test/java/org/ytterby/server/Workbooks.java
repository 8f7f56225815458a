package org.ytterby.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Allocation workbooks made of the template by replacing what stands in it.
final class Workbooks {
    private static final int TEMPLATE_YEAR = 2026;
    private static final int YEARS_BEFORE = 3;

    private Workbooks() {}

    /// With numbers of its cells replaced.
    static byte[] changed(byte[] workbook, Map<String, String> numbers) throws IOException {
        byte[] changed = workbook;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            changed =
                    renamed(
                            changed,
                            "<v>" + number.getKey() + "</v>",
                            "<v>" + number.getValue() + "</v>");
        }
        return changed;
    }

    /// The template for another year, with those before it.
    static byte[] of(byte[] template, int year) throws IOException {
        Map<String, String> years = new TreeMap<>();
        for (int before = 0; before <= YEARS_BEFORE; before++) {
            years.put(Integer.toString(TEMPLATE_YEAR - before), Integer.toString(year - before));
        }
        return changed(template, years);
    }

    /// With a text replaced wherever it stands.
    static byte[] renamed(byte[] workbook, String from, String to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
