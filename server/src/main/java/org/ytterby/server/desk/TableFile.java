package org.ytterby.server.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.ytterby.formats.TableWorkbook;

/// A table as a file that spreadsheets open: CSV by RFC 4180, UTF-8 with its mark, or a workbook.
public final class TableFile {
    private static final String MARK = "\ufeff";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    /// @param header names of the columns, with their units
    public TableFile(String... header) {
        this.header = List.of(header);
    }

    /// Adds a row of as many cells as the header has.
    public TableFile row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// The file, to be kept under a name.
    ///
    /// @param form `csv` or `xlsx`
    public ResponseEntity<byte[]> answer(String form, String name) {
        boolean isWorkbook = form.equals("xlsx");
        return ResponseEntity.ok()
                .contentType(isWorkbook ? XLSX : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, form))
                .body(
                        isWorkbook
                                ? TableWorkbook.of("table", header, rows)
                                : csv().getBytes(StandardCharsets.UTF_8));
    }

    private String csv() {
        StringBuilder text = new StringBuilder(MARK);
        line(text, header);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append("\r\n");
    }

    /// A cell that a spreadsheet would take for a formula is kept from being one.
    private static String quoted(Object cell) {
        if (cell instanceof Number) {
            return cell instanceof Double d && !Double.isFinite(d) ? "" : cell.toString();
        }
        String plain = cell.toString();
        String safe = plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
