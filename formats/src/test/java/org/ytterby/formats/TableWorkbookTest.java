package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TableWorkbookTest {
    private static String sheet(byte[] workbook) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no sheet");
    }

    @Test
    void numbersAreNumbersAndAllElseIsText() throws IOException {
        String sheet =
                sheet(
                        TableWorkbook.of(
                                "t",
                                List.of("rank", "mass (kg)", "text"),
                                List.of(
                                        List.of(1, 0.5, "=1+1"),
                                        List.of(2, Double.NaN, "钕 <Nd>"))));
        assertThat(sheet)
                .contains(
                        "<c r=\"A2\" s=\"0\"><v>1</v></c>",
                        "<c r=\"B2\" s=\"0\"><v>0.5</v></c>",
                        "t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>",
                        "钕 &lt;Nd&gt;",
                        "mass (kg)")
                .doesNotContain("NaN", "<f>", "r=\"B3\"");
    }

    @Test
    void aTableWithoutRowsHasItsHeader() throws IOException {
        assertThat(sheet(TableWorkbook.of("t", List.of("rank"), List.of()))).contains("rank");
    }
}
