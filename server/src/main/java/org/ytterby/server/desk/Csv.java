package org.ytterby.server.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table as a file that spreadsheets open: RFC 4180, UTF-8 with its mark.
public final class Csv {
    private static final String MARK = "\ufeff";

    private final StringBuilder text = new StringBuilder(MARK);

    /// Adds a row. A cell that a spreadsheet would take for a formula is kept from being one.
    public Csv row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    private static String quoted(Object cell) {
        if (cell instanceof Number) {
            return cell instanceof Double d && !Double.isFinite(d) ? "" : cell.toString();
        }
        String plain = cell.toString();
        String safe = plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /// The file, to be kept under a name.
    public ResponseEntity<byte[]> answer(String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.csv\"".formatted(name))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
