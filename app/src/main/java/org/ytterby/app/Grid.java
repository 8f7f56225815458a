package org.ytterby.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table in plain text that keeps within [#WIDTH] columns; a Chinese character takes two.
final class Grid {
    static final int WIDTH = 100;
    private static final int CELL_MIN = 6;
    private static final String GAP = "  ";

    private enum Column {
        WORDS,
        FIXED,
        FIGURES
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> header = new ArrayList<>();

    Grid() {
        rows.add(header);
    }

    Grid text(String title) {
        header.add(title);
        columns.add(Column.WORDS);
        return this;
    }

    /// A column that is never cut, such as times.
    Grid fixed(String title) {
        header.add(title);
        columns.add(Column.FIXED);
        return this;
    }

    Grid figure(String title) {
        header.add(title);
        columns.add(Column.FIGURES);
        return this;
    }

    /// @param cells as many as columns
    void row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + header.size() + " columns");
        }
        rows.add(cells);
    }

    void print(PrintWriter out, String indent) {
        int[] widths = new int[header.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], widthOf(row.get(c)));
            }
        }
        shrink(widths, WIDTH - indent.length() - GAP.length() * (widths.length - 1));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < widths.length; c++) {
                String cell = cut(row.get(c), widths[c]);
                String pad = " ".repeat(widths[c] - widthOf(cell));
                line.append(c == 0 ? "" : GAP)
                        .append(columns.get(c) == Column.FIGURES ? pad + cell : cell + pad);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /// Takes from the widest column of words until all fit; figures and fixed columns are never
    /// cut.
    private void shrink(int[] widths, int room) {
        int used = 0;
        for (int width : widths) {
            used += width;
        }
        while (used > room) {
            int widest = -1;
            for (int c = 0; c < widths.length; c++) {
                boolean candidate = columns.get(c) == Column.WORDS && widths[c] > CELL_MIN;
                if (candidate && (widest < 0 || widths[c] > widths[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            used--;
        }
    }

    private static String cut(String text, int width) {
        if (widthOf(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            int next = widthOf(point);
            if (used + next > width - 1) {
                break;
            }
            kept.appendCodePoint(point);
            used += next;
        }
        return kept.append('…').toString();
    }

    /// Columns that a text takes on a terminal.
    static int widthOf(String text) {
        return text.codePoints().map(Grid::widthOf).sum();
    }

    /// Two for the blocks that Unicode Standard Annex 11 calls wide and that occur in Chinese text.
    private static int widthOf(int point) {
        boolean wide =
                (point >= 0x2E80 && point <= 0xA4CF)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF01 && point <= 0xFF60)
                        || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// Breaks a text into lines of at most `width` columns, at spaces and between wide characters.
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int breakAt = -1;
        for (int point : text.codePoints().toArray()) {
            if (used + widthOf(point) > width && breakAt > 0) {
                String rest = line.substring(breakAt);
                lines.add(line.substring(0, breakAt).stripTrailing());
                line.setLength(0);
                line.append(rest);
                used = widthOf(rest);
                breakAt = -1;
            }
            if (point == ' ' && line.isEmpty() && !lines.isEmpty()) {
                continue;
            }
            line.appendCodePoint(point);
            used += widthOf(point);
            if (point == ' ' || widthOf(point) == 2) {
                breakAt = line.length();
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
