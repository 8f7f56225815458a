package org.ytterby.formats.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ranges of a sheet whose cells are merged. They stand after the rows, and rows are to be told
/// of them, so that the part is searched for them before it is read.
final class Merges {
    private static final byte[] MARK = "mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RANGE =
            Pattern.compile(
                    "ref=[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,9}):\\$?([A-Z]{1,3})\\$?(\\d{1,9})");
    private static final int ELEMENT_MAX = 200;
    private static final int RANGES_MAX = 100_000;

    private final List<Range> ranges = new ArrayList<>();

    private Merges() {}

    private record Range(int row, int column, int lastRow, int lastColumn) {
        boolean hides(int r, int c) {
            boolean within = r >= row && r <= lastRow && c >= column && c <= lastColumn;
            return within && (r != row || c != column);
        }
    }

    static Merges find(InputStream part) throws IOException {
        Merges merges = new Merges();
        InputStream in = new BufferedInputStream(part, 1 << 16);
        int matched = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == MARK[matched]) {
                matched++;
            } else {
                matched = b == MARK[0] ? 1 : 0; // its first letter comes only once
            }
            if (matched == MARK.length) {
                merges.add(element(in));
                matched = 0;
            }
        }
        return merges;
    }

    private static String element(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '>' && text.length() < ELEMENT_MAX; b = in.read()) {
            text.append((char) b);
        }
        return text.toString();
    }

    private void add(String element) throws IOException {
        Matcher range = RANGE.matcher(element);
        if (!range.find()) {
            return; // no cells are named
        }
        if (ranges.size() == RANGES_MAX) {
            throw new IOException("over " + RANGES_MAX + " ranges of cells are merged");
        }
        ranges.add(
                new Range(
                        Integer.parseInt(range.group(2)),
                        SheetCells.column(range.group(1)),
                        Integer.parseInt(range.group(4)),
                        SheetCells.column(range.group(3))));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// The cell that holds the value of this one, such as `B2`; empty if it holds its own.
    String owner(int row, int column) {
        for (Range range : ranges) {
            if (range.hides(row, column)) {
                return SheetCells.letters(range.column) + range.row;
            }
        }
        return "";
    }
}
